//! The list of formats: adding one is one folder and one line here.

use crate::contract::Format;

/// Every format, in the order of the help.
pub static FORMATS: &[&dyn Format] = &[
    &crate::x_overview::XOverview,
    &crate::x_content::XContent,
    &crate::meta_posts::MetaPosts,
    &crate::meta_daily::MetaDaily,
    &crate::linkedin_followers::LinkedinFollowers,
    &crate::linkedin_visitors::LinkedinVisitors,
    &crate::linkedin_content::LinkedinContent,
    &crate::linkedin_creator::LinkedinCreator,
    &crate::youtube_studio::YoutubeStudio,
    &crate::tiktok_business::TiktokBusiness,
    &crate::tiktok_studio::TiktokStudio,
    &crate::tiktok_videos::TiktokVideos,
    &crate::mailchimp_members::MailchimpMembers,
    &crate::substack_members::SubstackMembers,
    &crate::beehiiv_members::BeehiivMembers,
    &crate::beehiiv_posts::BeehiivPosts,
    &crate::ghost_members::GhostMembers,
    &crate::ics::Ics,
    &crate::access_log::AccessLog,
    &crate::feed::FeedFile,
    &crate::opml::Opml,
    &crate::mastodon_archive::MastodonArchive,
    &crate::mapped::Mapped,
];

/// The format of that id.
pub fn by_id(id: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().copied().find(|format| format.manifest().id == id)
}
