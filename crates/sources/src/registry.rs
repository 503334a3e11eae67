//! The list of formats: adding one is one folder and one line here.

use crate::contract::Format;

/// Every format, in the order of the help.
pub static FORMATS: &[&dyn Format] = &[
    &crate::x_overview::XOverview,
    &crate::x_content::XContent,
    &crate::meta_posts::MetaPosts,
    &crate::meta_daily::MetaDaily,
    &crate::tiktok_business::TiktokBusiness,
    &crate::ics::Ics,
    &crate::access_log::AccessLog,
    &crate::ga4::Ga4,
    &crate::matomo_csv::MatomoCsv,
    &crate::plausible_csv::PlausibleCsv,
    &crate::search_console::SearchConsole,
    &crate::gsc_links::GscLinks,
    &crate::ahrefs_backlinks::AhrefsBacklinks,
    &crate::webmention::Webmention,
    &crate::feed::FeedFile,
    &crate::mastodon_archive::MastodonArchive,
    &crate::mapped::Mapped,
];

/// The format of that id.
pub fn by_id(id: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().copied().find(|format| format.manifest().id == id)
}
