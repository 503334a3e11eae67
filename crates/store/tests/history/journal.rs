//! The journal: entering, listing, changing, taking away and putting back, on both engines.

use super::{NOW, both::on_both, sound};
use measure::history::{Scope, SpaceInfo};
use measure::{Ask, History};
use model::{FactId, FactKind, Millis, PersonId, Span};
use store::desk::access::{Clients, Role, ScopeFilter, Viewer};
use store::desk::person::NewPerson;
use store::history::journal::{Entry, JournalPage, Kept};
use store::{Store, StoreError};

const HOUR: i64 = 3_600_000;

fn call(hours_ago: i64, person: &str, text: &str) -> Entry {
    let named = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    Entry { kind: FactKind::Call, at: Millis(NOW.0 - hours_ago * HOUR), person: named(person), text: named(text) }
}

const fn all() -> JournalPage {
    JournalPage { kinds: Vec::new(), people: Vec::new(), span: Span::ALWAYS, offset: 0, limit: 50 }
}

async fn everything(store: &Store) -> Vec<Kept> {
    let scope = store.scope(&Viewer::system(), &ScopeFilter::default()).await.unwrap();
    store.journal(&scope, &all()).await.unwrap().0
}

async fn calls(store: &Store) -> Option<f64> {
    let ask = Ask { indicators: vec!["calls".to_owned()], ..Ask::default() };
    store.answer(&Viewer::system(), &ask, NOW).await.unwrap().series[0].rows[0].figure.value
}

#[tokio::test]
async fn an_entry_is_noted_changed_struck_and_put_back() {
    on_both(async |_, store| {
        let client = store.create_client("Office", "Europe/Paris", NOW).await.unwrap();
        let journal = store.journal_of(client.id, NOW).await.unwrap();
        assert_eq!(store.journal_of(client.id, NOW).await.unwrap(), journal);
        store.rename_space(journal.id, "Carnet").await.unwrap();
        assert_eq!(store.journal_of(client.id, NOW).await.unwrap().id, journal.id);

        let me = NewPerson { email: "ana@example.org", name: "Ana", role: Role::Manager, clients: Clients::All };
        let me = store.add_person(&me, NOW).await.unwrap().id;
        let first = store.note(client.id, journal.id, Some(me), &call(30, "Ana", "the harbour"), NOW).await.unwrap();
        store.note(client.id, journal.id, Some(me), &call(2, "Ana", ""), NOW).await.unwrap();
        assert_eq!(calls(store).await, Some(2.0));

        let old = store.journal_entry(&Viewer::system(), first).await.unwrap().unwrap();
        assert_eq!(
            (old.entered_by, old.is_by_hand(), old.entry.clone()),
            (Some(me), true, call(30, "Ana", "the harbour"))
        );
        let changed = Entry { kind: FactKind::Meeting, ..call(800, "Bo", "the port") };
        let second = store.revise(&old, &changed, NOW).await.unwrap();
        assert_ne!(second, first);
        let kept = everything(store).await;
        assert_eq!(kept.iter().map(|kept| &kept.entry).collect::<Vec<_>>(), [&call(2, "Ana", ""), &changed]);
        assert_eq!(kept[1].entered_by, Some(me));
        assert_eq!(calls(store).await, Some(1.0));
        sound(store).await;

        // Saved without a change, it is the same entry.
        let same = store.journal_entry(&Viewer::system(), second).await.unwrap().unwrap();
        assert_eq!(store.revise(&same, &changed, NOW).await.unwrap(), second);

        store.strike(journal.id, second).await.unwrap();
        assert_eq!(everything(store).await.len(), 1);
        assert!(matches!(store.strike(journal.id, second).await, Err(StoreError::Absent("entry"))));
        assert_eq!(store.note(client.id, journal.id, same.entered_by, &same.entry, NOW).await.unwrap(), second);
        assert_eq!(everything(store).await, kept_after(&kept, &everything(store).await));
        sound(store).await;
    })
    .await;
}

/// The entries of before, under the imports of now: an entry put back has a new one.
fn kept_after(before: &[Kept], now: &[Kept]) -> Vec<Kept> {
    before.iter().zip(now).map(|(before, now)| Kept { import: now.import, ..before.clone() }).collect()
}

#[tokio::test]
async fn the_list_is_cut_by_kind_person_time_and_page() {
    on_both(async |_, store| {
        let client = store.create_client("Office", "Europe/Paris", NOW).await.unwrap();
        let journal = store.journal_of(client.id, NOW).await.unwrap().id;
        for (kind, hours, person) in [
            (FactKind::Mail, 1, "Ana"),
            (FactKind::Call, 2, "Bo"),
            (FactKind::Mail, 3, "Bo"),
            (FactKind::Meeting, 4, ""),
        ] {
            store.note(client.id, journal, None, &Entry { kind, ..call(hours, person, "") }, NOW).await.unwrap();
        }
        let scope = store.scope(&Viewer::system(), &ScopeFilter::default()).await.unwrap();
        let list = async |page: JournalPage| {
            let (kept, total) = store.journal(&scope, &page).await.unwrap();
            let told: Vec<String> =
                kept.iter().map(|kept| format!("{} {}", kept.entry.kind, (NOW.0 - kept.entry.at.0) / HOUR)).collect();
            (told.join(", "), total)
        };
        assert_eq!(list(all()).await, ("mail 1, call 2, mail 3, meeting 4".to_owned(), 4));
        assert_eq!(list(JournalPage { kinds: vec![FactKind::Mail], ..all() }).await, ("mail 1, mail 3".to_owned(), 2));
        assert_eq!(
            list(JournalPage { people: vec!["Bo".to_owned()], ..all() }).await,
            ("call 2, mail 3".to_owned(), 2)
        );
        let span = Span { from: Millis(NOW.0 - 3 * HOUR), to: Millis(NOW.0 - HOUR) };
        assert_eq!(list(JournalPage { span, ..all() }).await, ("call 2, mail 3".to_owned(), 2));
        assert_eq!(list(JournalPage { offset: 1, limit: 2, ..all() }).await, ("call 2, mail 3".to_owned(), 4));
        assert_eq!(store.journal_people(&scope).await.unwrap(), ["Ana", "Bo"]);
        assert_eq!(store.journal(&Scope::default(), &all()).await.unwrap(), (Vec::new(), 0));
    })
    .await;
}

#[tokio::test]
async fn another_clients_entry_and_other_facts_are_not_there() {
    on_both(async |_, store| {
        let one = store.create_client("One", "Europe/Paris", NOW).await.unwrap();
        let two = store.create_client("Two", "Europe/Paris", NOW).await.unwrap();
        let journal = store.journal_of(one.id, NOW).await.unwrap();
        let id = store.note(one.id, journal.id, None, &call(1, "Ana", ""), NOW).await.unwrap();
        let viewer = |clients| Viewer { person: Some(PersonId(9)), role: Role::CommunityManager, clients };
        assert!(store.journal_entry(&viewer(Clients::Only(vec![one.id])), id).await.unwrap().is_some());
        assert!(store.journal_entry(&viewer(Clients::Only(vec![two.id])), id).await.unwrap().is_none());
        assert!(store.journal_entry(&viewer(Clients::All), FactId([0; 16])).await.unwrap().is_none());
        let other = store.journal_of(two.id, NOW).await.unwrap();
        assert!(matches!(store.strike(other.id, id).await, Err(StoreError::Absent("entry"))));
    })
    .await;
}

#[tokio::test]
async fn a_journal_that_lost_its_only_entry_tells_nothing() {
    on_both(async |_, store| {
        let client = store.create_client("Office", "Europe/Paris", NOW).await.unwrap();
        let journal = store.journal_of(client.id, NOW).await.unwrap();
        let id = store.note(client.id, journal.id, None, &call(1, "Ana", ""), NOW).await.unwrap();
        let scope = Scope { spaces: vec![journal.id] };
        let spaces: Vec<SpaceInfo> = History::spaces(store, &scope).await.unwrap();
        assert_eq!((spaces.len(), History::coverage(store, &scope).await.unwrap().len()), (1, FactKind::JOURNAL.len()));
        store.strike(journal.id, id).await.unwrap();
        assert!(History::coverage(store, &scope).await.unwrap().is_empty());
        assert!(History::imports(store, &scope).await.unwrap().is_empty());
    })
    .await;
}
