//! Who may do what: one match, nowhere else. Which clients somebody sees is not here: see `store::desk::access`.

use store::desk::Role;

/// Something that not everybody may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Read figures and the facts behind them.
    SeeMeasures,
    /// Read what came from where, and how fresh it is.
    SeeSources,
    /// Read the acts entered by hand.
    SeeJournal,
    /// Take files in, keep a mapping.
    Import,
    /// Take an import back, with all it brought; forget a mapping.
    UndoImport,
    /// Enter acts, change and delete one's own.
    WriteJournal,
    /// Change and delete what others entered.
    EditOthersEntries,
    /// Add, rename, move, delete spaces.
    ManageSpaces,
    /// Add, rename, delete clients.
    ManageClients,
    /// Add people, change what they may do, shut them out.
    ManagePeople,
    /// Change what holds for the whole organisation.
    ChangeSettings,
    /// Read who did what.
    ReadAudit,
    /// Make tokens of the API for oneself.
    MakeTokens,
}

#[cfg(test)]
impl Deed {
    /// Every deed.
    pub const ALL: &'static [Self] = &[
        Self::SeeMeasures,
        Self::SeeSources,
        Self::SeeJournal,
        Self::Import,
        Self::UndoImport,
        Self::WriteJournal,
        Self::EditOthersEntries,
        Self::ManageSpaces,
        Self::ManageClients,
        Self::ManagePeople,
        Self::ChangeSettings,
        Self::ReadAudit,
        Self::MakeTokens,
    ];
}

/// Whether a role allows a deed.
pub const fn may(role: Role, deed: Deed) -> bool {
    match deed {
        // A token does no more than its person may: everybody can make one.
        Deed::SeeMeasures | Deed::SeeSources | Deed::SeeJournal | Deed::MakeTokens => true,
        Deed::Import | Deed::WriteJournal => !matches!(role, Role::Viewer),
        Deed::UndoImport | Deed::EditOthersEntries | Deed::ManageSpaces | Deed::ReadAudit => {
            matches!(role, Role::Owner | Role::Manager)
        }
        Deed::ManageClients | Deed::ManagePeople | Deed::ChangeSettings => matches!(role, Role::Owner),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_matrix() {
        let table: String = Deed::ALL
            .iter()
            .map(|deed| {
                let marks: String = Role::ALL.iter().map(|role| if may(*role, *deed) { "x" } else { "·" }).collect();
                format!("{marks} {deed:?}\n")
            })
            .collect();
        // Columns: owner, manager, community manager, viewer.
        insta::assert_snapshot!(table, @r"
        xxxx SeeMeasures
        xxxx SeeSources
        xxxx SeeJournal
        xxx· Import
        xx·· UndoImport
        xxx· WriteJournal
        xx·· EditOthersEntries
        xx·· ManageSpaces
        x··· ManageClients
        x··· ManagePeople
        x··· ChangeSettings
        xx·· ReadAudit
        xxxx MakeTokens
        ");
    }
}
