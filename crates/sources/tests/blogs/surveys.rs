//! Exports of survey tools.

use crate::lines::{answers, left, lines, told};
use crate::support::{Read, paris, read, refusal, shared};
use model::Answer;
use sources::Options;
use std::collections::{BTreeMap, BTreeSet};

pub const LIMESURVEY: &str = "\u{feff}\"ID de la réponse\",\"Date de soumission\",\"Dernière page\",\"Langue de départ\",\"Tête de série\",\"Date de lancement\",\"Adresse IP\",\"Votre ancienneté ?\",\"Réseaux [Mastodon]\",\"Réseaux [Autre]\",\"Adresse e-mail\",\"Salaire\"
\"1\",\"2026-06-02 10:12:33\",\"4\",\"fr\",\"12\",\"2026-06-02 10:01:10\",\"192.0.2.7\",\"1 à 2 ans\",\"Oui\",\"\",\"lea@marche.example\",\"31\u{a0}500\"
\"2\",\"\",\"2\",\"fr\",\"76\",\"2026-06-02 11:01:10\",\"192.0.2.8\",\"Moins d'un an\",\"Non\",\"écrivez à omar@voisin.example\",\"\",\"\"
";

pub const GOOGLE: &str = "Timestamp,Your e-mail,Which networks?,How often? [Mastodon]\n4/22/2016 19:57:50,a@b.example,\"Mastodon;Bluesky\",Daily\n4/22/2016 19:57:50,,Mastodon,\n";

pub const MONKEY: &str = "Baromètre 2026,,,,,,\nRespondent ID,Start Date,End Date,IP Address,Which networks do you use?,,What is your role?\n,,,,Mastodon,Other (please specify),Response\n10103000748,06/08/2026 10:36:30 AM,06/08/2026 10:47:25 AM,192.0.2.7,Mastodon,Peer\u{a0}Tube,Manager\n10103000749,06/09/2026 07:24:48 AM,06/09/2026 07:37:20 PM,192.0.2.8,,,Other\n,,,,,,\n";

pub const GIZMO: &str = "\"Time Started\",\"Date Submitted\",\"Status\",\"How do you run it?\",\"Other - Write In:How do you run it?\",\"Need #1:What is needed: now?\",\"Need #2:What is needed: now?\"\n\"2015-12-21 22:21:47\",\"2015-12-21 22:21:51\",\"Partial\",\"\",\"\",\"\",\"\"\n\"2015-12-22 00:03:36\",\"2015-12-22 00:26:01\",\"Complete\",\"Alone\",\"from\na train\",\"tea\",\"time\"\n\"2015-12-22 00:03:36\",\"2015-12-22 00:26:02\",\"Complete\",\"Alone;Together\",\"\",\"\",\"\"\n";

#[test]
fn limesurvey_in_french() {
    let small = read("results.csv", LIMESURVEY.as_bytes(), &paris()).unwrap();
    assert_eq!((small.format, small.report.rows), ("limesurvey", 2));
    assert_eq!(
        lines(&small),
        [
            "1 2026-06-02 10:01:10 1. Votre ancienneté ? [-] = 1 à 2 ans (2026-06-02T08:12:33Z true)",
            "1 2026-06-02 10:01:10 2. Réseaux [Mastodon] = Oui (2026-06-02T08:12:33Z true)",
            "1 2026-06-02 10:01:10 4. Salaire [-] = 31 500 (2026-06-02T08:12:33Z true)",
            "2 2026-06-02 11:01:10 1. Votre ancienneté ? [-] = Moins d'un an (- false)",
            "2 2026-06-02 11:01:10 2. Réseaux [Mastodon] = Non (- false)",
            "2 2026-06-02 11:01:10 3. Réseaux [Autre] = écrivez à […] (- false)",
        ]
    );
    let personal = told(&small, "survey-personal-left-out", "columns").unwrap();
    assert_eq!(personal, "Tête de série · Adresse IP · Adresse e-mail");
    assert_eq!(
        (left(&small, "survey-redacted"), told(&small, "zone-assumed", "zone")),
        (Some("1"), Some("Europe/Paris"))
    );
    let english = LIMESURVEY
        .replace("ID de la réponse", "Response ID")
        .replace("Date de soumission", "Date submitted")
        .replace("Dernière page", "Last page")
        .replace(',', ";")
        .replace("2026-06-02 10:12:33", "1980-01-01 00:00:00");
    let english = read("results.csv", english.as_bytes(), &paris()).unwrap();
    assert_eq!((english.format, told(&english, "survey-summary", "incomplete")), ("limesurvey", Some("2")));
}

#[test]
fn the_french_shapes() {
    let Some(bytes) = shared("the_french_shapes", "shapes-synthetic/limesurvey-fr/results-survey123456.csv") else {
        return;
    };
    let lime = read("resultats.csv", &bytes, &paris()).unwrap();
    assert_eq!((lime.format, lime.report.rows), ("limesurvey", 3));
    let summary = |name| told(&lime, "survey-summary", name);
    assert_eq!((summary("respondents"), summary("complete"), summary("incomplete")), (Some("3"), Some("2"), Some("1")));
    let yes: BTreeMap<&str, usize> =
        answers(&lime).iter().filter(|answer| answer.value == "Oui").fold(BTreeMap::new(), |mut counts, answer| {
            *counts.entry(answer.choice.as_deref().unwrap()).or_default() += 1;
            counts
        });
    assert_eq!(yes, BTreeMap::from([("Facebook", 3), ("Google+", 1), ("Twitter", 2)]));

    let Some(bytes) = shared("the_french_shapes", "shapes-synthetic/google-forms-fr/reponses.csv") else { return };
    let forms = read("reponses.csv", &bytes, &paris()).unwrap();
    assert_eq!((forms.format, forms.report.rows), ("google-forms", 2));
    let said = lines(&forms);
    assert_eq!(said[0], "1772439304 1. Vous êtes [-] = Une femme (2026-03-02T08:15:04Z true)");
    assert_eq!(
        said[1],
        "1772439304 2. Quels réseaux utilisez-vous ? [-] = Facebook, Instagram, LinkedIn (2026-03-02T08:15:04Z true)"
    );
    assert_eq!(
        said[4],
        "1772456639 2. Quels réseaux utilisez-vous ? [Mastodon] = Mastodon (2026-03-02T13:03:59Z true)"
    );
    assert_eq!(said.len(), 7);
}

#[test]
fn google_forms_in_english() {
    let small = read("responses.csv", GOOGLE.as_bytes(), &paris()).unwrap();
    assert_eq!((small.format, small.report.rows), ("google-forms", 2));
    assert_eq!(
        lines(&small),
        [
            "1461347870 1. Which networks? [Mastodon] = Mastodon (2016-04-22T17:57:50Z true)",
            "1461347870 1. Which networks? [Bluesky] = Bluesky (2016-04-22T17:57:50Z true)",
            "1461347870 2. How often? [Mastodon] = Daily (2016-04-22T17:57:50Z true)",
            "1461347870 #2 1. Which networks? [-] = Mastodon (2016-04-22T17:57:50Z true)",
        ]
    );
    assert_eq!(told(&small, "survey-personal-left-out", "columns"), Some("Your e-mail"));
    let french = "Horodateur,Vous êtes\n02/03/2026 09:15:04,Une femme\n";
    let french = read("reponses.csv", french.as_bytes(), &paris()).unwrap();
    assert!(lines(&french)[0].contains("2026-03-02T08:15:04Z"), "{:?}", lines(&french));
    assert!(french.seen().contains(&"dates-day-first".to_owned()));
}

#[test]
fn surveymonkey_under_a_title() {
    let small = read("responses.csv", MONKEY.as_bytes(), &paris()).unwrap();
    assert_eq!((small.format, small.report.rows), ("surveymonkey", 3));
    assert_eq!(
        lines(&small),
        [
            "10103000748 1. Which networks do you use? [Mastodon] = Mastodon (2026-06-08T08:47:25Z -)",
            "10103000748 2. Which networks do you use? [Other (please specify)] = Peer Tube (2026-06-08T08:47:25Z -)",
            "10103000748 3. What is your role? [-] = Manager (2026-06-08T08:47:25Z -)",
            "10103000749 3. What is your role? [-] = Other (2026-06-09T17:37:20Z -)",
        ]
    );
    assert_eq!(
        (left(&small, "survey-blank"), told(&small, "survey-title", "title")),
        (Some("1"), Some("Baromètre 2026"))
    );
    assert!(small.seen().contains(&"dates-month-first".to_owned()));
    let grid = "Respondent ID,End Date,How good is it?,,,\n,,Price,,Taste,\n,,Now,Before,Now,Before\n1,2026-01-01 10:00:00,1,2,3,4\n";
    let grid = read("responses.csv", grid.as_bytes(), &paris()).unwrap();
    let choices: Vec<_> = answers(&grid).iter().map(|answer| answer.choice.as_deref().unwrap()).collect();
    assert_eq!(choices, ["Price · Now", "Price · Before", "Taste · Now", "Taste · Before"]);
    let rounded = MONKEY.replace("10103000748", "1.0103E+10");
    assert_eq!(refusal("x.csv", rounded.as_bytes(), &paris()), "line 4: Respondent ID: rounded-id (value: 1.0103E+10)");
}

#[test]
fn surveygizmo_with_its_lines() {
    let small = read("export.csv", GIZMO.as_bytes(), &paris()).unwrap();
    assert_eq!((small.format, small.report.rows), ("surveygizmo", 3));
    let key = "2015-12-22 00:03:36";
    assert_eq!(
        lines(&small),
        [
            format!("{key} 1. How do you run it? [-] = Alone (2015-12-21T23:26:01Z true)"),
            format!("{key} 2. How do you run it? [Other - Write In] = from\na train (2015-12-21T23:26:01Z true)"),
            format!("{key} 3. What is needed: now? [Need #1] = tea (2015-12-21T23:26:01Z true)"),
            format!("{key} 4. What is needed: now? [Need #2] = time (2015-12-21T23:26:01Z true)"),
            format!("{key} #2 1. How do you run it? [Alone] = Alone (2015-12-21T23:26:02Z true)"),
            format!("{key} #2 1. How do you run it? [Together] = Together (2015-12-21T23:26:02Z true)"),
        ]
    );
    let summary = |name| told(&small, "survey-summary", name);
    assert_eq!((summary("respondents"), summary("complete"), summary("incomplete")), (Some("3"), Some("2"), Some("1")));
}

#[test]
fn jupyter_2015() {
    let Some(bytes) = shared("jupyter_2015", "jupyter-surveys/2015_SurveyGizmo_export.csv.gz") else { return };
    let jupyter = read("2015_SurveyGizmo_export.csv.gz", &bytes, &paris()).unwrap();
    assert_eq!((jupyter.format, jupyter.report.rows), ("surveygizmo", 1706));
    let summary = |name| told(&jupyter, "survey-summary", name);
    assert_eq!((summary("complete"), summary("incomplete")), (Some("779"), Some("927")));
    let often =
        answers(&jupyter).into_iter().filter(|answer| answer.question == "How often do you use Jupyter Notebook?");
    assert!(often.clone().all(|answer| answer.choice.is_none()) && often.count() > 700);
    let tools: BTreeSet<_> = answers(&jupyter)
        .iter()
        .filter(|answer| answer.question.starts_with("What tools and applications"))
        .map(|answer| answer.choice.clone().unwrap())
        .collect();
    assert_eq!(tools.len(), 3, "{tools:?}");
}

/// Yes, planning and no, to "Does your company have an open source program…?".
fn programs(read: &Read) -> [usize; 3] {
    let asked: Vec<&Answer> = answers(read)
        .into_iter()
        .filter(|answer| answer.question.starts_with("Does your company have an open source program (either formal"))
        .collect();
    assert!(asked.iter().all(|answer| answer.choice.is_none()), "one answer each");
    let count = |is: &dyn Fn(&str) -> bool| asked.iter().filter(|answer| is(&answer.value)).count();
    let planning = |value: &str| value.contains("plan");
    [count(&|value| value == "Yes"), count(&planning), count(&|value| value.starts_with("No") && !planning(value))]
}

#[test]
fn ospo_over_four_years() {
    let cases = [
        (2018, 748, 748, [280, 119, 349]),
        (2019, 2681, 2681, [960, 424, 1297]),
        (2020, 1404, 1026, [410, 178, 438]),
        (2021, 1146, 1141, [372, 153, 616]),
    ];
    let mut surveys = BTreeSet::new();
    for (year, rows, respondents, said) in cases {
        let Some(bytes) = shared("ospo_over_four_years", &format!("ospo-survey/{year}_results.csv.gz")) else { return };
        let ospo = read(&format!("{year}_results.csv.gz"), &bytes, &paris()).unwrap();
        assert_eq!((ospo.format, ospo.report.rows), ("surveymonkey", rows), "{year}");
        let respondents = respondents.to_string();
        assert_eq!(told(&ospo, "survey-summary", "respondents"), Some(respondents.as_str()), "{year}");
        assert_eq!(programs(&ospo), said, "{year}");
        surveys.extend(answers(&ospo).iter().map(|answer| answer.survey.clone()));
        let dated = answers(&ospo).iter().filter(|answer| answer.submitted_at.is_some()).count();
        assert_eq!(dated > 0, year != 2019, "{year}: 2019 has no dates");
        if year == 2018 {
            // 43290.54118, of a spreadsheet: 9 July 2018, 12:59:18 in Paris.
            assert_eq!(answers(&ospo)[0].submitted_at, Some(model::Millis(1_531_133_958_000)));
            assert!(answers(&ospo).iter().any(|answer| answer.value == "Greater than 10,000"), "spaces are plain");
        }
        if year == 2021 {
            assert_eq!(told(&ospo, "survey-personal-left-out", "columns"), Some("IP Address"));
            assert!(answers(&ospo).iter().all(|answer| !answer.question.starts_with("Q1 ")), "numbers are off");
        }
    }
    assert_eq!(surveys.len(), 4, "each edition is a survey of its own");
    assert!(((280.0_f64 + 119.0) / 748.0 * 1000.0).round() == 533.0, "53.3 % have one or plan one");
}

#[test]
fn the_same_survey_under_another_name_is_the_same() {
    let told = |name: &str| lines(&read(name, MONKEY.as_bytes(), &paris()).unwrap());
    let survey = |name: &str| answers(&read(name, MONKEY.as_bytes(), &paris()).unwrap())[0].survey.clone();
    assert_eq!((told("a.csv"), survey("a.csv")), (told("a (1).csv"), survey("a (1).csv")));
    let grown =
        format!("{GIZMO}\"2015-12-23 00:00:00\",\"2015-12-23 00:00:09\",\"Complete\",\"Alone\",\"\",\"\",\"\"\n");
    let keys = |text: &str| -> BTreeSet<(String, String)> {
        let told = read("x.csv", text.as_bytes(), &paris()).unwrap();
        answers(&told).iter().map(|answer| (answer.survey.clone(), answer.respondent.clone())).collect()
    };
    assert!(keys(GIZMO).is_subset(&keys(&grown)));
}

#[test]
fn bad_rows_are_refused_or_listed() {
    let cases = [
        (LIMESURVEY.replace("2026-06-02 10:12:33", "hier"), "line 2: Date de soumission: not-a-date (value: hier)"),
        (LIMESURVEY.replacen("\"1\",\"2026", "\"\",\"2026", 1), "line 2: ID de la réponse: empty-value"),
        (LIMESURVEY.replace("Date de soumission", "Soumission"), "unrecognised"),
        (LIMESURVEY.trim_end().trim_end_matches(",\"\"").to_owned(), "line 3: truncated"),
        (LIMESURVEY.lines().next().unwrap().to_owned() + "\n", "empty"),
        (GOOGLE.replace("4/22/2016 19:57:50,,", ",,"), "line 3: Timestamp: empty-value"),
        (GIZMO.replace("\"Complete\",\"Alone\"", "\"Complete\""), "line 3: cell-count (cells: 6) (headers: 7)"),
        (GIZMO.replacen("\"Partial\"", "\"\"", 1), "line 2: Status: empty-value"),
        (
            MONKEY
                .replace("06/08/2026 10:47:25 AM", "25/08/2026 10:47:25")
                .replace("06/09/2026 07:37", "12/25/2026 07:37"),
            "line 5: not-a-date (other: 4)",
        ),
        (MONKEY.lines().take(3).collect::<Vec<_>>().join("\n"), "empty"),
    ];
    for (text, said) in cases {
        let refused = refusal("x.csv", text.as_bytes(), &paris());
        assert!(refused.starts_with(said) || said == "unrecognised", "{refused}, not {said}");
    }
    let skip = Options { skip_bad: true, ..paris() };
    let text = LIMESURVEY.replace("2026-06-02 10:12:33", "hier");
    let listed = read("x.csv", text.as_bytes(), &skip).unwrap();
    assert_eq!((listed.report.rows, listed.bad.len(), answers(&listed).len()), (2, 1, 3));
    let latin = encoding_rs::WINDOWS_1252.encode(LIMESURVEY.trim_start_matches('\u{feff}')).0.into_owned();
    assert_eq!(refusal("x.csv", &latin, &paris()), "line 1: bad-encoding (encoding: UTF-8)");
}
