//! Facts one by one, narrowed to a post, a member of the team, a kind of content.

use super::{DAY, NOW, import, place, post};
use crate::both::on_both;
use measure::UNKNOWN;
use measure::history::{FactPage, History as _, Scope};
use model::{ActorKey, ContentType, Fact, FactKind, Millis, Piece, Span, ZoneRule};

const AT: i64 = 1_700_000_000_000 + 3 * DAY;

fn reply(n: i64, post: &str, by: Option<&str>) -> Piece {
    Piece::Fact(Fact {
        kind: FactKind::Reply,
        native: format!("reply {n}"),
        at: Millis(AT + n),
        zone_rule: ZoneRule::Told,
        actor: by.map(|name| ActorKey { native: name.to_owned(), display: Some(name.to_owned()) }),
        post: Some(post.to_owned()),
        reply_to: None,
        text: Some(n.to_string()),
        url: None,
    })
}

#[tokio::test]
async fn facts_are_narrowed_to_what_a_row_is_about() {
    on_both(async |_, store| {
        let (client, space) = place(store).await;
        let pieces = vec![
            post(1),
            post(2),
            reply(1, "p1", Some("Ana")),
            reply(2, "p1", None),
            reply(3, "p2", Some("Ana")),
            reply(4, "p2", Some("Bea")),
            reply(5, "elsewhere", Some("Bea")),
        ];
        import(store, &client, &space, pieces).await;
        let scope = Scope { spaces: vec![space.id] };
        let span = Span { from: Millis(0), to: NOW };
        let sheets = store.sheets(&scope, span, true).await.unwrap();
        let post_of = |label: &str| sheets.iter().find(|sheet| sheet.label == label).unwrap().post;
        let every = || FactPage {
            kinds: vec![FactKind::Reply],
            post: None,
            person: None,
            content_type: None,
            span,
            offset: 0,
            limit: 50,
        };
        let person = |name: &str| Some(name.to_owned());
        let cases = [
            ("everything", every(), "5 4 3 2 1"),
            ("a post", FactPage { post: Some(post_of("post 1")), ..every() }, "2 1"),
            ("a person", FactPage { person: person("Ana"), ..every() }, "3 1"),
            ("nobody named", FactPage { person: person(UNKNOWN), ..every() }, "2"),
            ("nobody of that name", FactPage { person: person("Zoe"), ..every() }, ""),
            ("photos", FactPage { content_type: Some(ContentType::Photo), ..every() }, "4 3 2 1"),
            ("both", FactPage { post: Some(post_of("post 2")), person: person("Bea"), ..every() }, "4"),
        ];
        for (name, page, expected) in cases {
            let (rows, total) = store.facts(&scope, &page).await.unwrap();
            let texts: Vec<String> = rows.iter().filter_map(|row| row.text.clone()).collect();
            assert_eq!((texts.join(" ").as_str(), total), (expected, u64::try_from(texts.len()).unwrap()), "{name}");
        }
    })
    .await;
}
