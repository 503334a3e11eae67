//! What a running interface puts in order by itself: sessions and links that are over, the log of a year ago, files that
//! their client's rule keeps no longer.
//! Not for uploads (the room of sources looks after them) nor for jobs of connectors.

use crate::state::State;
use model::Millis;
use std::time::Duration;
use store::StoreError;
use store::desk::audit::KEPT_MS;

const EVERY: Duration = Duration::from_secs(24 * 60 * 60);

/// At once, then every day, for ever.
pub async fn keep(state: State) {
    loop {
        if let Err(error) = tidy(&state).await {
            tracing::error!(%error, "what is over could not be removed");
        }
        tokio::time::sleep(EVERY).await;
    }
}

async fn tidy(state: &State) -> Result<(), StoreError> {
    let now = state.now();
    let sessions = state.store.delete_expired_sessions(now).await?;
    let entries = state.store.purge_audit(Millis(now.0 - KEPT_MS)).await?;
    let files = state.store.purge_raw(now).await?;
    tracing::debug!(sessions, entries, files, "removed what is over");
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::testing::{NOW, TestApp};
    use store::desk::{Act, NewAuditEntry, Role, Session, Viewer};

    #[tokio::test]
    async fn what_is_over_goes_and_the_rest_stays() {
        let app = TestApp::signed_in(Role::Owner).await;
        let store = &app.state.store;
        let over = Session { person: None, data: "{}".to_owned(), expires_at: Millis(NOW.0 - 1) };
        store.create_session("over", &over).await.unwrap();
        let old = NewAuditEntry { person: None, client: None, act: Act::BackupMade, what: "old" };
        store.audit(&old, Millis(NOW.0 - KEPT_MS - 1)).await.unwrap();
        tidy(&app.state).await.unwrap();
        assert_eq!(store.load_session("over", Millis(0)).await.unwrap(), None);
        let acts: Vec<Act> =
            store.audit_page(&Viewer::system(), None, 9).await.unwrap().into_iter().map(|e| e.act).collect();
        assert_eq!(acts, [Act::SignedIn]);
    }
}
