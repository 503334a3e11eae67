//! Writing answers to surveys. A respondent is kept as a keyed hash; an answer that changed is kept beside the old
//! one, and readers take the newest import's.

use super::import::Import;
use super::seen::Table;
use super::{CHUNK, amount, remembered};
use crate::error::StoreError;
use crate::on;
use model::{Answer, AnswerId};

/// Text kept of a question, of a choice and of an answer.
const TEXT: usize = 2000;

fn kept(text: &str) -> String {
    text.chars().take(TEXT).collect()
}

impl Import {
    /// Writes a batch of answers.
    pub(super) async fn write_answers(&mut self, answers: &[Answer]) -> Result<(), StoreError> {
        for chunk in answers.chunks(CHUNK) {
            let (space, import) = (self.space.0, self.id.0);
            let rows: Vec<_> =
                chunk.iter().map(|answer| (self.answer_id(answer), answer, self.respondent(answer))).collect();
            let fresh = self.new_ones(Table::Answer, rows.iter().map(|row| row.0.0).collect()).await?;
            let new: Vec<_> = rows.iter().zip(fresh).filter(|(_, new)| *new).map(|(row, _)| row).collect();
            self.counted.answers += amount(new.len());
            self.counted.duplicates += amount(rows.len() - new.len());
            if !new.is_empty() {
                on!(&mut self.tx, tx => {
                    let mut q = sqlx::QueryBuilder::new(
                        "insert into answer (id, space_id, survey, respondent, question, choice, position, value, submitted_at,
                         zone_rule, complete, import_id) ");
                    q.push_values(&new, |mut row, (id, answer, respondent)| {
                        row.push_bind(id.0.as_slice())
                            .push_bind(space)
                            .push_bind(kept(&answer.survey))
                            .push_bind(respondent.to_vec())
                            .push_bind(kept(&answer.question))
                            .push_bind(answer.choice.as_deref().map(kept))
                            .push_bind(i64::from(answer.position))
                            .push_bind(kept(&answer.value))
                            .push_bind(answer.submitted_at.map(|at| at.0))
                            .push_bind(i64::from(answer.zone_rule.code()))
                            .push_bind(answer.complete)
                            .push_bind(import);
                    });
                    q.build().persistent(remembered(new.len())).execute(&mut **tx).await.map(drop)
                })?;
            }
            chunk.iter().filter_map(|answer| answer.submitted_at).for_each(|at| self.saw(at));
        }
        Ok(())
    }

    /// The same person in two surveys is two respondents: nothing may join what was said in confidence.
    fn respondent(&self, answer: &Answer) -> [u8; 16] {
        self.secrets.pseudonym(self.client, &format!("survey/{}/{}", answer.survey, answer.respondent))
    }

    /// Same survey, respondent, question, choice and answer: the same answer, whichever file told it.
    fn answer_id(&self, answer: &Answer) -> AnswerId {
        let (has_choice, choice) = answer.choice.as_deref().map_or((0_u8, ""), |choice| (1, choice));
        let complete = match answer.complete {
            None => 0_u8,
            Some(false) => 1,
            Some(true) => 2,
        };
        AnswerId::of(&[
            &self.space.0.to_le_bytes(),
            answer.survey.as_bytes(),
            answer.respondent.as_bytes(),
            answer.question.as_bytes(),
            &[has_choice, complete],
            choice.as_bytes(),
            answer.value.as_bytes(),
        ])
    }
}
