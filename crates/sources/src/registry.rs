//! The list of formats: adding one is one folder and one line here.

use crate::contract::Format;

/// Every format, in the order of the help.
pub static FORMATS: &[&dyn Format] = &[
    &crate::x_overview::XOverview,
    &crate::x_content::XContent,
    &crate::x_activity::XActivity,
    &crate::x_video::XVideo,
    &crate::x_archive::XArchive,
    &crate::meta_posts::MetaPosts,
    &crate::meta_daily::MetaDaily,
    &crate::meta_audience::MetaAudience,
    &crate::facebook_insights_page::FacebookInsightsPage,
    &crate::facebook_insights_posts::FacebookInsightsPosts,
    &crate::instagram_download::InstagramDownload,
    &crate::threads_download::ThreadsDownload,
    &crate::pinterest_overview::PinterestOverview,
    &crate::reddit_download::RedditDownload,
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
    &crate::bluesky_car::BlueskyCar,
    &crate::googleplus_html::GoogleplusHtml,
    &crate::googleplus_json::GoogleplusJson,
    &crate::telegram::Telegram,
    &crate::whatsapp::Whatsapp,
    &crate::discord::Discord,
    &crate::slack::Slack,
    &crate::discourse::Discourse,
    &crate::stackexchange::Stackexchange,
    &crate::wordpress::Wordpress,
    &crate::blogger::Blogger,
    &crate::dotclear::Dotclear,
    &crate::disqus::Disqus,
    &crate::commento::Commento,
    &crate::mbox::Mbox,
    &crate::limesurvey::Limesurvey,
    &crate::google_forms::GoogleForms,
    &crate::surveymonkey::Surveymonkey,
    &crate::surveygizmo::Surveygizmo,
    &crate::mapped::Mapped,
];

/// The format of that id.
pub fn by_id(id: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().copied().find(|format| format.manifest().id == id)
}
