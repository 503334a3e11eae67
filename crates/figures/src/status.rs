//! What a figure is worth, in words; and the remarks that travel with it.

use jiff::civil::Date;
use measure::answer::{Caveat, Status};
use phrases::{Value, Voice};

/// The word of a status: « mesuré », "partial".
#[must_use]
pub fn status_text(status: Status, voice: &Voice) -> String {
    voice.say(&format!("status-{status}"))
}

/// A caveat as a sentence, by its message `caveat-CODE`. Numbers arrive as numbers, so that the sentence can choose a
/// plural and the language its separators; dates and metrics arrive in words.
#[must_use]
pub fn caveat_text(caveat: &Caveat, voice: &Voice) -> String {
    let args: Vec<(&str, Value<'_>)> =
        caveat.args.iter().map(|(name, text)| (*name, argument(name, text, voice))).collect();
    voice.say_with(&format!("caveat-{}", caveat.code), &args)
}

fn argument<'a>(name: &str, text: &'a str, voice: &Voice) -> Value<'a> {
    if let Some(number) = text.parse().ok().filter(|number: &f64| number.is_finite()) {
        return Value::Number(number);
    }
    if let Ok(date) = text.parse::<Date>() {
        return voice.date(date).into();
    }
    let metric = format!("metric-{text}");
    if name == "metric" && voice.phrases().has(voice.lang(), &metric) { voice.say(&metric).into() } else { text.into() }
}

/// Why there is no value.
pub fn absence(status: Status, voice: &Voice) -> String {
    voice.say(match status {
        Status::Pending => "figure-not-yet",
        Status::NotDefined => "figure-not-defined",
        Status::Measured | Status::Partial | Status::Missing => "figure-no-data",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use phrases::{Lang, Phrases};

    #[test]
    fn arguments_of_caveats_are_read_for_what_they_are() {
        let text = "caveat-stale-level = dernier relevé : { $date }\n\
                    caveat-cells-missing = { $n ->\n  [one] { $n } case vide\n *[other] { $n } cases vides\n }\n\
                    caveat-zone-of-day = jours de { $zone }";
        let voice = Phrases::new([(Lang::Fr, "t.ftl", text)]).unwrap().in_language(Lang::Fr);
        let said =
            |code, name, value: &str| caveat_text(&Caveat { code, args: vec![(name, value.to_owned())] }, &voice);
        assert_eq!(said("cells-missing", "n", "1"), "1 case vide");
        assert_eq!(said("cells-missing", "n", "1200"), "1\u{202f}200 cases vides");
        assert_eq!(said("stale-level", "date", "2026-11-22"), "dernier relevé : 22\u{a0}nov. 2026");
        assert_eq!(said("zone-of-day", "zone", "Europe/Paris"), "jours de Europe/Paris");
    }
}
