//! The sentence of a card: the figure in plain words, and, when there is none, what to do to get it.

use crate::finding;
use crate::grid::{Grid, Line, Sum};
use crate::shape::Shape;
use crate::status::caveat_text;
use crate::subject::Subject;
use crate::value;
use measure::answer::{Answer, Series, Status};
use measure::indicator::{Family, Indicator, Layer};
use phrases::Voice;

/// One sentence about a series: « +402 abonnés en 62 jours : 409 arrivées, 7 départs »; without a value, what to do to
/// get one. Net growth tells gains and losses when the same answer holds them.
#[must_use]
pub fn card_sentence(series: &Series, answer: &Answer, voice: &Voice) -> String {
    let subject = Subject::of(series, answer, voice);
    let shape = Shape::of(&subject);
    if shape == Shape::Nothing {
        return absent(&subject);
    }
    if series.indicator.id == "net_growth"
        && let Some(sentence) = turnover(&subject)
    {
        return sentence;
    }
    if let (Shape::Numeral, Some(row)) = (&shape, series.rows.first())
        && let (Some(up), Some(down)) = (row.figure.numerator, row.figure.denominator)
        && value::is_rate(series.indicator)
        && up.is_finite()
        && down.is_finite()
        && voice.phrases().has(voice.lang(), &format!("figure-quotient-{}", series.indicator.id))
    {
        let (up_text, down_text) = (value::bare(up, voice), value::bare(down, voice));
        let args = [
            ("value", subject.amount(row.figure.value.unwrap_or_default()).into()),
            ("up", up_text.into()),
            ("up-n", value::plural(up)),
            ("down", down_text.into()),
            ("down-n", value::plural(down)),
            ("span", subject.over().into()),
        ];
        return voice.say_with(&format!("figure-quotient-{}", series.indicator.id), &args);
    }
    finding::title(&subject, &shape)
}

/// What a person can do to get the figures of an indicator.
#[must_use]
pub fn remedy(indicator: &Indicator, voice: &Voice) -> String {
    // What nobody can count one by one, only the service's own figures tell.
    let served = indicator.kinds().next().is_none() && !indicator.needs.visits && !indicator.needs.flows.is_empty();
    voice.say(match (indicator.layer, indicator.family) {
        (Layer::Action, Family::Communication) => "figure-remedy-journal",
        (_, Family::Traffic) if served => "figure-remedy-audience-tool",
        (_, Family::Content) if served => "figure-remedy-statistics",
        (_, Family::Traffic) => "figure-remedy-log",
        (_, Family::Growth) => "figure-remedy-audience",
        (_, Family::Mentions | Family::Content | Family::Publishing | Family::Communication) => "figure-remedy-posts",
    })
}

fn absent(subject: &Subject<'_>) -> String {
    let only = |status: Status| subject.series.rows.iter().all(|row| row.figure.status == status);
    if !subject.series.rows.is_empty() && only(Status::Pending) {
        return subject.say("figure-card-not-yet");
    }
    if !subject.series.rows.is_empty() && only(Status::NotDefined) {
        return subject.say("figure-card-not-defined");
    }
    // A caveat knows why; that no source tells it is what the remedy answers already.
    let caveats = subject.series.rows.iter().flat_map(|row| &row.figure.caveats);
    let known =
        caveats.filter(|caveat| caveat.code != "no-source").map(|caveat| caveat_text(caveat, subject.voice)).next();
    let why = known.unwrap_or_else(|| subject.say("figure-card-missing"));
    format!("{why} {}", remedy(subject.indicator(), subject.voice))
}

/// « +402 abonnés en 62 jours : 409 arrivées, 7 départs ». Only when all three figures are whole and agree.
fn turnover(subject: &Subject<'_>) -> Option<String> {
    let whole = |series: &Series| {
        let grid = Grid::of(series, subject.voice);
        let sum = Sum::of(grid.lines.iter().flat_map(Line::readings));
        sum.is_whole().then_some(sum.value)
    };
    let other = |id: &str| subject.answer.series.iter().find(|series| series.indicator.id == id).and_then(whole);
    let net = whole(subject.series)?;
    let (gained, lost) = (other("gains")?, other("losses")?);
    if (gained - lost - net).abs() >= 0.5 {
        return None;
    }
    let args = [
        ("net", subject.amount(net).into()),
        ("n", value::plural(net)),
        ("span", subject.span().into()),
        ("gained", said("figure-arrivals", gained, subject.voice).into()),
        ("lost", said("figure-departures", lost, subject.voice).into()),
    ];
    Some(subject.voice.say_with("figure-turnover", &args))
}

fn said(key: &str, n: f64, voice: &Voice) -> String {
    voice.say_with(key, &[("n", value::plural(n)), ("count", value::bare(n, voice).into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{answer, figure, missing, plain_spaces, row, series, voice};
    use jiff::civil::date;
    use measure::answer::{Caveat, Figure};
    use phrases::Lang::{self, En, Fr};

    fn said(list: &[(&str, Figure)], lang: Lang) -> String {
        let one = |(id, figure): &(&str, Figure)| series(id, vec![row(None, &[], figure.clone())]);
        let answer = answer(date(2026, 9, 1), date(2026, 11, 2), list.iter().map(one).collect());
        plain_spaces(&card_sentence(answer.series.first().unwrap(), &answer, &voice(lang)))
    }

    #[test]
    fn net_growth_tells_arrivals_and_departures_when_they_are_known() {
        let all = [("net_growth", figure(402.0)), ("gains", figure(409.0)), ("losses", figure(7.0))];
        assert_eq!(said(&all, Fr), "+402 abonnés en 62 jours : 409 arrivées, 7 départs");
        assert_eq!(said(&all, En), "+402 followers in 62 days: 409 joined, 7 left");
        let none = [("net_growth", figure(1.0)), ("gains", figure(1.0)), ("losses", figure(0.0))];
        assert_eq!(said(&none, Fr), "+1 abonné en 62 jours : 1 arrivée, aucun départ");
        let unknown = [("net_growth", figure(402.0)), ("gains", figure(409.0)), ("losses", missing())];
        assert_eq!(said(&unknown, Fr), "402 abonnés gagnés de plus que perdus en 62 jours");
        let otherwise = [("net_growth", figure(380.0)), ("gains", figure(409.0)), ("losses", figure(7.0))];
        assert_eq!(said(&otherwise, En), "380 more followers gained than lost in 62 days");
    }

    #[test]
    fn a_quotient_shows_both_its_parts() {
        let rate = Figure { numerator: Some(28_188.0), denominator: Some(958_872.0), ..figure(2.94) };
        let list = [("engagement_rate_reach", rate)];
        assert_eq!(said(&list, Fr), "2,9 % sur 62 jours : 28 188 interactions pour 958 872 personnes touchées");
        assert_eq!(said(&list, En), "2.9% over 62 days: 28,188 interactions for 958,872 people reached");
    }

    #[test]
    fn a_missing_figure_says_what_to_do() {
        assert_eq!(
            said(&[("calls", missing())], Fr),
            "Pas de donnée sur cette période. Notez vos e-mails, appels, rendez-vous et événements dans le Journal, ou \
             importez un agenda ICS."
        );
        let no_source = Figure { caveats: vec![Caveat { code: "no-source", args: Vec::new() }], ..missing() };
        assert_eq!(
            said(&[("visits", no_source)], En),
            "No data for this period. Import the site’s access log or an export from its analytics tool."
        );
        // A log tells no visitors, and an archive no views: only figures of the tool or of the network do.
        assert_eq!(
            said(&[("visitors", missing())], En),
            "No data for this period. Import an export from the site’s analytics tool, day by day."
        );
        assert_eq!(
            said(&[("saves", missing())], Fr),
            "Pas de donnée sur cette période. Importez les statistiques qu’exporte le réseau, par jour ou par publication."
        );
    }
}
