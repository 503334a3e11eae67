//! What every request is given: the store, the words, the clock. No request keeps anything here but the count of
//! failed sign-ins.

use model::{Clock, Millis};
use phrases::{CatalogueError, Phrases};
use std::sync::Arc;
use store::Store;
use store::desk::SignInAttempts;

/// The state of the whole interface. Cheap to clone.
#[derive(Clone)]
pub struct State {
    /// The database and the data folder.
    pub store: Store,
    /// Every message of the interface.
    pub phrases: Phrases,
    /// The present moment.
    pub clock: Arc<dyn Clock>,
    /// Pages come over HTTPS, through a proxy on this machine or network: cookies say `Secure`, and the proxy's word
    /// for the visitor's address is believed.
    pub secure_cookies: bool,
    /// Failed sign-ins.
    pub attempts: Arc<SignInAttempts>,
    /// The imports that run.
    pub imports: Arc<crate::rooms::sources::Running>,
    /// The watched folder, where there is one.
    pub watched: Option<Arc<intake::inbox::Watched>>,
}

impl State {
    /// The state of a program that starts; an error names the message that is not well written.
    pub fn new(store: Store, clock: Arc<dyn Clock>, secure_cookies: bool) -> Result<Self, CatalogueError> {
        let phrases = crate::phrases()?;
        Ok(Self {
            store,
            phrases,
            clock,
            secure_cookies,
            attempts: Arc::default(),
            imports: Arc::default(),
            watched: None,
        })
    }

    /// The present moment.
    pub fn now(&self) -> Millis {
        self.clock.now()
    }
}
