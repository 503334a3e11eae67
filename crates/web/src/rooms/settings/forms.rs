//! What people may send in settings.

use crate::forms::{self, Problems, Sent};
use crate::said::Said;
use garde::Validate;
use measure::ask::RuleSet;
use model::{ClientId, Network};
use store::desk::{Client, Clients, Language, Role};

/// The organisation.
#[derive(Debug, Clone, Validate)]
pub struct OrganisationForm {
    #[garde(length(chars, max = 200))]
    pub name: String,
    #[garde(skip)]
    pub language: Option<Language>,
    #[garde(custom(forms::zone))]
    pub zone: String,
    #[garde(skip)]
    pub rules: RuleSet,
}

impl OrganisationForm {
    pub fn of(sent: &Sent, rules: RuleSet) -> Self {
        Self {
            name: sent.text("name").to_owned(),
            language: sent.text("language").parse().ok(),
            zone: sent.text("zone").to_owned(),
            rules: sent.text("rules").parse().unwrap_or(rules),
        }
    }
}

/// A client.
#[derive(Debug, Clone, Default, Validate)]
pub struct ClientForm {
    #[garde(custom(forms::filled))]
    pub name: String,
    #[garde(custom(forms::zone))]
    pub zone: String,
}

impl ClientForm {
    pub fn of(sent: &Sent) -> Self {
        Self { name: sent.text("name").to_owned(), zone: sent.text("zone").to_owned() }
    }
}

/// A space.
#[derive(Debug, Clone, Validate)]
pub struct SpaceForm {
    #[garde(custom(forms::filled))]
    pub name: String,
    #[garde(skip)]
    pub network: Network,
}

impl SpaceForm {
    pub fn of(sent: &Sent) -> Self {
        Self { name: sent.text("name").to_owned(), network: sent.text("network").parse().unwrap_or(Network::Other) }
    }
}

/// What somebody may do, and for whom.
#[derive(Debug, Clone)]
pub struct Rights {
    pub role: Role,
    pub clients: Clients,
}

impl Rights {
    /// What was sent; clients are named by their slugs.
    pub fn of(sent: &Sent, known: &[Client]) -> Self {
        let ticked = sent.all("client");
        let only: Vec<ClientId> =
            known.iter().filter(|client| ticked.contains(&client.slug.as_str())).map(|client| client.id).collect();
        let clients = if sent.is_on("all") { Clients::All } else { Clients::Only(only) };
        Self { role: sent.text("role").parse().unwrap_or(Role::Viewer), clients }
    }

    /// Somebody who sees no client sees nothing: surely an oversight.
    pub fn check(&self) -> Problems {
        match &self.clients {
            Clients::Only(ids) if ids.is_empty() => Problems::one("all", Said::new("field-no-client")),
            _ => Problems::default(),
        }
    }
}

/// Somebody to add.
#[derive(Debug, Clone, Default, Validate)]
pub struct PersonForm {
    #[garde(custom(forms::filled))]
    pub name: String,
    #[garde(custom(forms::email))]
    pub email: String,
}

impl PersonForm {
    pub fn of(sent: &Sent) -> Self {
        Self { name: sent.text("name").to_owned(), email: sent.text("email").to_owned() }
    }
}

/// A deletion is confirmed by typing the name of what goes.
pub fn confirmed(sent: &Sent, name: &str) -> Problems {
    if sent.text("confirm") == name.trim() {
        Problems::default()
    } else {
        Problems::one("confirm", Said::new("field-confirm").with("name", name))
    }
}
