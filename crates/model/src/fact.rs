//! A fact: one dated act. Somebody followed, left, liked, shared, commented, replied, mentioned, cited, linked,
//! voted; or the team posted, replied, moderated, mailed, phoned, met, took part.

use crate::time::Millis;
use serde::{Deserialize, Serialize};

crate::coded!(
    /// What was done. The first ten are the community's, the others the team's.
    FactKind, "kind of fact", {
        /// Somebody started to follow.
        Follow = 1, "follow";
        /// Somebody stopped following.
        Unfollow = 2, "unfollow";
        /// A like or reaction.
        Like = 3, "like";
        /// A share, boost or repost.
        Share = 4, "share";
        /// A comment on a post of the team.
        Comment = 5, "comment";
        /// A reply to the team in a conversation.
        ReplyReceived = 6, "reply_received";
        /// A mention with @.
        Mention = 7, "mention";
        /// A citation without @.
        Citation = 8, "citation";
        /// A page that links here.
        Backlink = 9, "backlink";
        /// A vote in a poll or on a post.
        Vote = 10, "vote";
        /// A post of the team.
        Post = 20, "post";
        /// A short status of the team.
        Status = 21, "status";
        /// An article of the team.
        Article = 22, "article";
        /// A reply of the team.
        Reply = 23, "reply";
        /// An act of moderation.
        Moderation = 24, "moderation";
        /// A mail sent.
        Mail = 25, "mail";
        /// A phone call.
        Call = 26, "call";
        /// A meeting face to face.
        Meeting = 27, "meeting";
        /// An event attended.
        EventAttended = 28, "event_attended";
        /// An event organised.
        EventOrganised = 29, "event_organised";
        /// An intervention on somebody else's space of the social web.
        Intervention = 30, "intervention";
    }
);

impl FactKind {
    /// Acts that make a member of the community *active* (`measures.md` 2.7: declared core acts).
    pub const CORE_ACTS: &'static [Self] =
        &[Self::Like, Self::Share, Self::Comment, Self::ReplyReceived, Self::Mention, Self::Citation, Self::Vote];

    /// Acts entered by hand in the journal.
    pub const JOURNAL: &'static [Self] =
        &[Self::Mail, Self::Call, Self::Meeting, Self::EventAttended, Self::EventOrganised, Self::Intervention];

    /// Which side does this kind of thing.
    pub const fn side(self) -> Side {
        if self.code() < 20 { Side::Community } else { Side::Team }
    }
}

crate::coded!(
    /// Who acted: the team or its community.
    Side, "side", {
        /// A member of the community.
        Community = 1, "community";
        /// A member of the team.
        Team = 2, "team";
    }
);

crate::coded!(
    /// How a fact came to be known.
    Provenance, "provenance", {
        /// By a live connector.
        Collected = 1, "collected";
        /// From a file.
        Imported = 2, "imported";
        /// By hand.
        Entered = 3, "entered";
    }
);

crate::coded!(
    /// How the instant was told by the source.
    ZoneRule, "zone rule", {
        /// With a zone or an offset: the instant is exact.
        Told = 1, "told";
        /// As a local time without zone; the service's zone is documented and was used.
        Service = 2, "service";
        /// As a local time without zone; the client's zone was assumed.
        Assumed = 3, "assumed";
    }
);

/// Who acted, as the source names them. The store turns a community member into a keyed hash at once and keeps
/// neither the native key nor the display name; a member of the team keeps both.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ActorKey {
    /// The source's own id of the actor.
    pub native: String,
    /// The name shown by the source; kept only for the team.
    pub display: Option<String>,
}

/// One dated act, as a source tells it: native keys, not yet dictionary ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What was done.
    pub kind: FactKind,
    /// The source's own key of the act, unique per space and kind: makes the fact's id.
    pub native: String,
    /// When.
    pub at: Millis,
    /// How the instant was told.
    pub zone_rule: ZoneRule,
    /// Who, if the source says.
    pub actor: Option<ActorKey>,
    /// The post it is about or that it is: native key.
    pub post: Option<String>,
    /// The post or message it answers: native key.
    pub reply_to: Option<String>,
    /// What was said or noted, plain text; the store applies the client's retention rule.
    pub text: Option<String>,
    /// Where it can be seen.
    pub url: Option<String>,
}
