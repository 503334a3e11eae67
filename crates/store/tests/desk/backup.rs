//! Backup and restore: whole, from either engine into either engine, or not at all.

use crate::both::Place;
use crate::spaces::plant;
use crate::{NOW, later};
use model::{ClientId, Network};
use secrecy::SecretString;
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::Path;
use store::Store;
use store::backup::BackupError;
use store::desk::{Act, Clients, NewAuditEntry, NewMapping, NewPerson, Organisation, Role, Session, Viewer};

/// Something in every table that lasts, with the values that engines and JSON like to change on the way.
async fn fill(store: &Store) {
    let start = store.organisation().await.unwrap();
    store
        .set_organisation(&start, &Organisation { name: "Vigie".to_owned(), sample: true, ..start.clone() })
        .await
        .unwrap();
    let acme = store.create_client("Acme « été » \"quoted\" \\ 🦀", "Europe/Paris", NOW).await.unwrap().id;
    let gone = store.create_client("Gone", "UTC", NOW).await.unwrap().id;
    let person =
        NewPerson { email: "ana@example.org", name: "Ana", role: Role::Owner, clients: Clients::Only(vec![acme]) };
    let ana = store.add_person(&person, NOW).await.unwrap();
    store.set_password(ana.id, &SecretString::from("a long enough one")).await.unwrap();
    store.make_token(ana.id, "t", NOW).await.unwrap();
    let session = Session { person: Some(ana.id), data: "{}".to_owned(), expires_at: later(1) };
    store.create_session("s", &session).await.unwrap();
    let entry = NewAuditEntry { person: Some(ana.id), client: Some(acme), act: Act::FileImported, what: "f" };
    store.audit(&entry, NOW).await.unwrap();
    let mapping = NewMapping { client: None, name: "m", headers: &["a".to_owned()], text: "x = 1\n[y]\n" };
    store.keep_mapping(&mapping, NOW).await.unwrap();
    let space = store.create_space(acme, "Acme", Network::X, NOW).await.unwrap().id;
    plant(store, acme, space, b"somebody").await;
    let code = 9_007_199_254_740_993_i64;
    for table in ["tally", "actor_set", "visit_tally"] {
        let sql = match table {
            "tally" => {
                "insert into tally (space_id, kind, person_id, content_type, page, quarters) values ($1, 1, 0, 0, $2, $3)"
            }
            "actor_set" => "insert into actor_set (space_id, kind, page, quarters) values ($1, 1, $2, $3)",
            _ => {
                "insert into visit_tally (space_id, origin_id, page, quarters) values ($1, (select min(id) from origin), $2, $3)"
            }
        };
        store::on!(&store.db, pool => sqlx::query(sql)
            .bind(space.0).bind(code).bind((0..=255_u8).collect::<Vec<_>>()).execute(pool).await.map(drop))
        .unwrap();
    }
    store::on!(&store.db, pool => sqlx::query(
        "insert into answer (id, space_id, survey, respondent, question, position, value, zone_rule, complete, import_id)
         values ($1, $2, 's', $3, 'Why « ? »', 1, 'Because', 1, true, (select min(id) from import))")
        .bind(vec![7_u8; 16]).bind(space.0).bind(vec![0_u8, 255]).execute(pool).await.map(drop))
    .unwrap();
    // The last client is gone, but its id was given.
    store.delete_client(gone).await.unwrap();
}

/// The rows of every table of a backup, sorted.
fn rows(file: &Path) -> BTreeMap<String, Vec<String>> {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(file).unwrap()).unwrap();
    let names = zip.file_names().map(|name| name.unwrap().into_owned());
    let names: Vec<String> = names.filter(|name| name.starts_with("tables/")).collect();
    let rows = |name: &String| {
        let mut text = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        (name.clone(), lines)
    };
    names.iter().map(rows).collect()
}

async fn places() -> Vec<Place> {
    let mut places = vec![Place::sqlite()];
    places.extend(Place::postgres().await);
    places
}

#[tokio::test]
async fn every_table_comes_back_equal_on_each_engine_and_across() {
    for from in places().await {
        let store = from.open().await;
        fill(&store).await;
        let file = from.folder().join("backup.zip");
        let told = store.backup(&file, NOW).await.unwrap();
        assert_eq!((told.engine.as_str(), told.made_at), (from.engine(), NOW.0));
        for table in &told.tables {
            assert!(table.rows > 0, "{} is filled, so that its return is proven", table.name);
        }
        let taken = rows(&file);
        assert_eq!(u64::try_from(taken.values().map(Vec::len).sum::<usize>()).unwrap(), told.rows());

        for to in places().await {
            println!("{} to {}", from.engine(), to.engine());
            let mut restored = to.open().await;
            let before = restored.secrets.pseudonym(ClientId(1), "somebody");
            assert_eq!(restored.restore(&file, false).await.unwrap(), told);
            let again = to.folder().join("again.zip");
            restored.backup(&again, later(1)).await.unwrap();
            assert_eq!(rows(&again), taken);

            // What the encoding could have spoilt, looked at without it.
            let value: f64 = store::on!(&restored.db, pool => sqlx::query_scalar("select value from observation").fetch_one(pool).await).unwrap();
            assert_eq!(value.to_bits(), (0.1_f64 + 0.2).to_bits());
            let (page, bytes): (i64, Vec<u8>) = store::on!(&restored.db, pool => sqlx::query_as("select page, quarters from tally").fetch_one(pool).await).unwrap();
            assert_eq!((page, bytes), (9_007_199_254_740_993, (0..=255).collect()));
            let all = Viewer::system();
            let clients = restored.clients_of(&all).await.unwrap();
            assert_eq!(clients[0].name, "Acme « été » \"quoted\" \\ 🦀");
            let right = SecretString::from("a long enough one");
            assert!(restored.verify_password("ana@example.org", &right).await.unwrap().is_some());
            assert!(restored.load_session("s", NOW).await.unwrap().is_none(), "people sign in again");

            // The key came along, in memory and on disk.
            let pseudonym = store.secrets.pseudonym(ClientId(1), "somebody");
            assert_ne!(pseudonym, before);
            assert_eq!(restored.secrets.pseudonym(ClientId(1), "somebody"), pseudonym);
            assert_eq!(to.open().await.secrets.pseudonym(ClientId(1), "somebody"), pseudonym);

            // No id is given twice, not even that of the client that was gone before the backup.
            let next = restored.create_client("Next", "UTC", NOW).await.unwrap();
            assert!(next.id.0 > 2, "{:?}", next.id);
            let space = restored.create_space(next.id, "S", Network::X, NOW).await.unwrap();
            plant(&restored, next.id, space.id, b"new").await;
            restored.close().await;
            to.remove().await;
        }
        store.close().await;
        from.remove().await;
    }
}

#[tokio::test]
async fn a_store_that_holds_something_is_replaced_only_by_force() {
    let from = Place::sqlite();
    let source = from.open().await;
    fill(&source).await;
    let file = from.folder().join("backup.zip");
    source.backup(&file, NOW).await.unwrap();
    for to in places().await {
        let mut target = to.open().await;
        let mine = target.create_client("Mine", "UTC", NOW).await.unwrap();
        let refused = target.restore(&file, false).await.unwrap_err();
        assert!(matches!(refused, BackupError::NotEmpty { table: "client" }), "{refused}");
        assert_eq!(target.clients_of(&Viewer::system()).await.unwrap(), [mine]);
        target.restore(&file, true).await.unwrap();
        assert_eq!(
            target.clients_of(&Viewer::system()).await.unwrap(),
            source.clients_of(&Viewer::system()).await.unwrap()
        );
        target.close().await;
        to.remove().await;
    }
}

/// Writes the backup again with one entry changed.
fn forge(from: &Path, to: &Path, entry: &str, change: impl Fn(Vec<u8>) -> Vec<u8>) {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(from).unwrap()).unwrap();
    let mut out = zip::ZipWriter::new(std::fs::File::create(to).unwrap());
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    for name in names {
        let mut bytes = Vec::new();
        zip.by_name(&name).unwrap().read_to_end(&mut bytes).unwrap();
        out.start_file(&name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(&if name == entry { change(bytes) } else { bytes }).unwrap();
    }
    out.finish().unwrap();
}

fn replace(bytes: Vec<u8>, from: &str, to: &str) -> Vec<u8> {
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains(from));
    text.replacen(from, to, 1).into_bytes()
}

#[tokio::test]
async fn a_damaged_or_foreign_file_changes_nothing_even_by_force() {
    let place = Place::sqlite();
    let source = place.open().await;
    fill(&source).await;
    let good = place.folder().join("good.zip");
    let told = source.backup(&good, NOW).await.unwrap();
    let file = |name: &str| place.folder().join(name);
    let whole = std::fs::read(&good).unwrap();
    std::fs::write(file("cut"), &whole[..whole.len() / 2]).unwrap();
    std::fs::write(file("text"), "id;name\n").unwrap();
    forge(&good, &file("row"), "tables/client.jsonl", |bytes| replace(bytes, "Acme", "Acne"));
    forge(&good, &file("short"), "tables/fact.jsonl", |_| Vec::new());
    forge(&good, &file("key"), "key", |bytes| bytes.into_iter().rev().collect());
    forge(&good, &file("shape"), "manifest.json", |bytes| replace(bytes, "\"shape\": 1", "\"shape\": 2"));
    let (schema, next) = (format!("\"schema\": {}", told.schema), format!("\"schema\": {}", told.schema + 1));
    forge(&good, &file("schema"), "manifest.json", |bytes| replace(bytes, &schema, &next));
    forge(&good, &file("column"), "manifest.json", |bytes| replace(bytes, "\"zone\"", "\"zona\""));
    forge(&good, &file("table"), "manifest.json", |bytes| {
        replace(bytes, "\"name\": \"space\"", "\"name\": \"client\"")
    });

    let target_place = Place::sqlite();
    let mut target = target_place.open().await;
    let mine = target.create_client("Mine", "UTC", NOW).await.unwrap();
    let key = std::fs::read(target_place.folder().join("key")).unwrap();
    for (name, expected) in [
        ("nothing", "No such file"),
        ("cut", "no backup"),
        ("text", "no backup"),
        ("shape", "shape is 2"),
        ("row", "tables/client.jsonl does not agree with its checksum"),
        ("short", "tables/fact.jsonl does not agree with its checksum"),
        ("key", "key does not agree with its checksum"),
        ("schema", "this program has schema"),
        ("column", "tables/client.jsonl has other columns"),
        ("table", "tables/client.jsonl does not agree with its checksum"),
    ] {
        let refused = target.restore(&file(name), true).await.unwrap_err().to_string();
        assert!(refused.contains(expected), "{name}: {refused}");
        assert_eq!(target.clients_of(&Viewer::system()).await.unwrap(), std::slice::from_ref(&mine), "{name}");
        assert_eq!(std::fs::read(target_place.folder().join("key")).unwrap(), key, "{name}");
    }
    target.restore(&good, true).await.unwrap();
}

#[tokio::test]
async fn a_backup_that_cannot_be_written_leaves_the_old_one() {
    let place = Place::sqlite();
    let store = place.open().await;
    let nowhere = place.folder().join("nowhere").join("backup.zip");
    let refused = store.backup(&nowhere, NOW).await.unwrap_err();
    assert!(matches!(refused, BackupError::File { .. }), "{refused}");

    let file = place.folder().join("backup.zip");
    store.backup(&file, NOW).await.unwrap();
    store.create_client("Acme", "UTC", NOW).await.unwrap();
    let told = store.backup(&file, later(1)).await.unwrap();
    assert_eq!(told.rows(), 1);
    let names: Vec<_> = std::fs::read_dir(place.folder()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| !name.to_string_lossy().contains("part")), "{names:?}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

/// A store several times larger than the pieces it is carried in.
#[tokio::test]
async fn many_rows_and_large_ones_are_carried_in_pieces() {
    let from = Place::sqlite();
    let store = from.open().await;
    let acme = store.create_client("Acme", "UTC", NOW).await.unwrap().id;
    let space = store.create_space(acme, "Acme", Network::X, NOW).await.unwrap().id;
    plant(&store, acme, space, b"somebody").await;
    let store::Db::Sqlite(pool) = &store.db else { panic!("SQLite") };
    sqlx::query(
        "with recursive n (n) as (select 1 union all select n + 1 from n where n < 4000)
         insert into fact (id, space_id, kind, at, zone_rule, provenance, import_id, text)
         select randomblob(16), $1, 3, n, 1, 1, 1, 'texte n° ' || n from n",
    )
    .bind(space.0)
    .execute(pool)
    .await
    .unwrap();
    sqlx::query(
        "with recursive n (n) as (select 1 union all select n + 1 from n where n < 4)
         insert into raw (hash, place, size, bytes) select 'h' || n, 0, 400000, randomblob(400000) from n",
    )
    .execute(pool)
    .await
    .unwrap();
    let file = from.folder().join("backup.zip");
    store.backup(&file, NOW).await.unwrap();
    let taken = rows(&file);
    for to in places().await {
        let mut target = to.open().await;
        target.restore(&file, false).await.unwrap();
        let again = to.folder().join("again.zip");
        target.backup(&again, NOW).await.unwrap();
        assert!(rows(&again) == taken, "{}", to.engine());
        target.close().await;
        to.remove().await;
    }
}
