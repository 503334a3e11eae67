//! Traps 10 to 12: what is private, who sends visits, what a survey asked.

use super::requoted;
use crate::{Vigie, told};

const PRIVATE_OUTBOX: &str = r#"{"@context":"https://www.w3.org/ns/activitystreams","id":"outbox.json","type":"OrderedCollection","totalItems":2,"orderedItems":[
 {"id":"https://social.example/users/office/statuses/1/activity","type":"Create","actor":"https://social.example/users/office","published":"2026-03-01T08:00:00Z",
  "to":["https://www.w3.org/ns/activitystreams#Public"],"cc":[],"object":{"id":"https://social.example/users/office/statuses/1","type":"Note","content":"<p>Tous</p>"}},
 {"id":"https://social.example/users/office/statuses/2/activity","type":"Create","actor":"https://social.example/users/office","published":"2026-03-02T08:00:00Z",
  "to":["https://social.example/users/office/followers"],"cc":[],"object":{"id":"https://social.example/users/office/statuses/2","type":"Note","content":"<p>Entre nous</p>"}}]}"#;

#[test]
fn trap_10_followers_only_posts_are_left_out_counted_and_taken_when_asked() {
    let vigie = Vigie::new();
    let file = vigie.file("outbox.json", PRIVATE_OUTBOX);
    let outcome = vigie.import_one_twice(&file, &[]);
    assert_eq!((&outcome["posts"], told(&outcome, "private-left-out", "count")), (&1.into(), Some("1")), "{outcome}");
    let asked = vigie.import(&[&file], &["--include-private"]).remove(0);
    assert_eq!(asked["posts"], 1, "the other one: {asked}");
}

#[test]
fn trap_10_direct_messages_of_an_archive_are_never_read() {
    let vigie = Vigie::new();
    let archive = vigie.folder.path().join("twitter-2026");
    std::fs::create_dir_all(archive.join("data")).unwrap();
    let write = |name: &str, text: &str| std::fs::write(archive.join("data").join(name), text).unwrap();
    write(
        "tweets.js",
        r#"window.YTD.tweets.part0 = [{"tweet":{"id_str":"1868318316499468541","created_at":"Sun Dec 15 15:51:14 +0000 2024","full_text":"Bonjour","favorite_count":"3","retweet_count":"1"}}]"#,
    );
    write(
        "direct-messages.js",
        r#"window.YTD.direct_messages.part0 = [{"dmConversation":{"conversationId":"1-2","messages":[{"messageCreate":{"id":"9","text":"confidence","senderId":"1","recipientId":"2","createdAt":"2024-12-15T15:51:14.000Z"}}]}}]"#,
    );
    for more in [&["--space", "X"][..], &["--space", "X", "--include-private"]] {
        let outcomes = vigie.import(&[&archive], more);
        assert!(!format!("{outcomes:?}").contains("confidence"), "{outcomes:?}");
    }
    let stored = vigie.run(&["check"], &["--json"]);
    assert!(stored.contains("\"facts\":1"), "{stored}");
}

#[test]
fn trap_10_private_mentions_talks_and_events_are_left_out() {
    let vigie = Vigie::new();
    let mentions = r#"{"type":"feed","name":"Webmentions","children":[
        {"type":"entry","author":{"name":"Ana","url":"https://ana.example"},"url":"https://ana.example/1","wm-id":1,"wm-source":"https://ana.example/1","wm-target":"https://blog.example/a","wm-property":"like-of","wm-private":true,"published":null,"wm-received":"2026-03-01T08:00:00Z"},
        {"type":"entry","author":{"name":"Leo","url":"https://leo.example"},"url":"https://leo.example/1","wm-id":2,"wm-source":"https://leo.example/1","wm-target":"https://blog.example/a","wm-property":"mention-of","wm-private":false,"published":null,"wm-received":"2026-03-02T08:00:00Z"}]}"#;
    let outcome = vigie.import_one_twice(&vigie.file("mentions.json", mentions), &["--space", "Blog"]);
    assert_eq!((&outcome["facts"], told(&outcome, "private-left-out", "count")), (&1.into(), Some("1")), "{outcome}");
    // A talk between two people is refused as a whole.
    let talk = "13/02/2024, 10:00 - Ana: a\n13/02/2024, 10:01 - Leo: b\n";
    let words = vigie.refusal(&vigie.file("chat.txt", talk), &["--space", "Groupe"]);
    assert!(words.contains("private"), "{words}");
    let event = |class: &str| {
        format!(
            "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:{class}\nCLASS:{class}\nDTSTART:20261110T090000Z\nSUMMARY:Réunion\nEND:VEVENT\nEND:VCALENDAR\n"
        )
    };
    vigie.refusal(&vigie.file("private.ics", event("PRIVATE")), &[]);
    assert_eq!(vigie.import(&[&vigie.file("public.ics", event("PUBLIC"))], &[])[0]["facts"], 1);
}

#[test]
fn trap_11_each_referring_page_is_in_its_class_under_its_name() {
    let cases = [
        ("https://plus.google.com/+exemple/posts", "social", "Google+"),
        ("https://url.google.com/", "social", "Google+"),
        ("https://t.co/abc", "social", "X"),
        ("https://lnkd.in/abc", "social", "LinkedIn"),
        ("https://l.facebook.com/l.php?u=x", "social", "Facebook"),
        ("https://m.facebook.com/", "social", "Facebook"),
        ("android-app://com.linkedin.android/", "social", "LinkedIn"),
        ("android-app://com.google.android.googlequicksearchbox/", "search", "Google"),
        ("https://www.google.com/", "search", "Google"),
        ("https://chatgpt.com/", "ai_assistant", "ChatGPT"),
        ("https://voisin.example/liens", "referral", "voisin.example"),
    ];
    for (referrer, class, party) in cases {
        let vigie = Vigie::new();
        let line = format!(
            "203.0.113.1 - - [29/Mar/2026:10:50:00 +0100] \"GET /a HTTP/1.1\" 200 5 \"{referrer}\" \"Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0\"\n"
        );
        vigie.import_one_twice(&vigie.file("access.log", line), &["--space", "Site"]);
        for rules in ["ga4", "matomo", "plausible"] {
            let channels = vigie.split("visits", "channel", &["--rules", rules]);
            let channel = channels.keys().next().unwrap();
            // Google's rules know no assistants: to them they are pages like others.
            let wanted = if (rules, class) == ("ga4", "ai_assistant") { "referral" } else { class };
            assert!(channel.contains(wanted), "{referrer} {rules}: {channels:?}");
        }
        let parties = vigie.split("visits", "referrer", &[]);
        assert_eq!(parties.keys().next().map(|name| name.to_lowercase()), Some(party.to_lowercase()), "{referrer}");
        let social = vigie.value("social_share", &[]);
        assert_eq!(social, if class == "social" { 100.0 } else { 0.0 }, "{referrer}");
    }
}

#[test]
fn trap_12_questions_whose_words_change_are_kept_apart_with_their_own_n() {
    let edition = |question: &str, year: u16, answers: &[&str]| -> String {
        let rows: String = answers
            .iter()
            .zip(1..)
            .map(|(answer, n)| format!("{year}/03/{n:02} 9:15:04 AM UTC+1,{answer}\n"))
            .collect();
        format!("Horodateur,{question}\n{rows}")
    };
    let vigie = Vigie::new();
    let first = edition("Êtes-vous community manager ?", 2025, &["Oui", "Non", "Oui"]);
    let second = edition("Animez-vous une communauté ?", 2026, &["Oui", "Oui"]);
    let mut spaces = Vec::new();
    for (name, text, n) in [("2025.csv", &first, "3"), ("2026.csv", &second, "2")] {
        let outcome = vigie.import_one_twice(&vigie.file(name, text), &[]);
        assert_eq!(told(&outcome, "survey-summary", "respondents"), Some(n), "{outcome}");
        assert_eq!(told(&outcome, "survey-summary", "questions"), Some("1"));
        spaces.push(outcome["answers"].as_u64().unwrap());
    }
    assert_eq!(spaces, [3, 2]);
    let checked: serde_json::Value = serde_json::from_str(&vigie.run(&["check"], &["--json"])).unwrap();
    assert_eq!(checked["answers"], 5, "five answers to two questions: nothing was added to what was not asked");
    let words = vigie.refusal(&vigie.file("saved.csv", requoted(&first)), &[]);
    assert!(words.contains("quote"), "{words}");
}
