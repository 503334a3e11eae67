//! Hosts of a search engine's owner that are no search: their visits are plain referrals.

/// Hosts that are nobody's.
pub(super) const HOSTS: &str = "
Google = accounts.google.com calendar.google.com classroom.google.com developers.google.com docs.google.com drive.google.com groups.google.com groups.google.co.uk keep.google.com meet.google.com myaccount.google.com one.google.com photos.google.com play.google.com sites.google.com support.google.com
Yahoo = answers.yahoo.com finance.yahoo.com games.yahoo.com lifestyle.yahoo.com movies.yahoo.com sports.yahoo.com travel.yahoo.com weather.yahoo.com messenger.yahoo.com
Yandex = maps.yandex.* music.yandex.ru disk.yandex.ru
Microsoft = account.microsoft.com
";
