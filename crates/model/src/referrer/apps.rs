//! Android apps, as `android-app://` referrers name them: package names.

/// Networks.
pub(super) const NETWORKS: &str = "
Facebook = com.facebook.katana com.facebook.lite com.facebook.orca com.facebook.pages.app
Instagram = com.instagram.android com.instagram.lite
Threads = com.instagram.barcelona
X = com.twitter.android com.twitter.android.lite
LinkedIn = com.linkedin.android linkedin.android
Google+ = com.google.android.apps.plus
YouTube = com.google.android.youtube
Pinterest = com.pinterest com.pinterest.twa
TikTok = com.zhiliaoapp.musically com.ss.android.ugc.trill
Snapchat = com.snapchat.android
WhatsApp = com.whatsapp com.whatsapp.w4b
Telegram = org.telegram.messenger org.telegram.messenger.web org.telegram.plus org.telegram.biftogram org.aka.messenger org.thunderdog.challegram
Discord = com.discord
Slack = com.slack
Microsoft Teams = com.microsoft.teams
Bluesky = xyz.blueskyweb.app
Mastodon = org.joinmastodon.android com.keylesspalace.tusky
Reddit = com.reddit.frontpage com.laurencedawson.reddit_sync com.laurencedawson.reddit_sync.pro
Lemmy = io.syncapps.lemmy_sync
Tildes = com.talklittle.android.tildes
Hacker News = io.github.hidroh.materialistic
VK = com.vkontakte.android
Quora = com.quora.android
Tumblr = com.tumblr
";

/// Search engines.
pub(super) const ENGINES: &str = "
Google = com.google.android.googlequicksearchbox
DuckDuckGo = com.duckduckgo.mobile.android
Qwant = com.qwant.liberty
Ecosia = com.ecosia.android
Bing = com.microsoft.bing
Yandex = ru.yandex.searchplugin
";

/// Mail.
pub(super) const MAIL: &str = "
Gmail = com.google.android.gm
Outlook = com.microsoft.office.outlook
Yahoo Mail = com.yahoo.mobile.client.android.mail
AOL Mail = com.aol.mobile.aolapp
Proton Mail = ch.protonmail.android
K-9 Mail = com.fsck.k9
Earthlink Mail = com.earthlink.myearthlink
Mailchimp = com.mailchimp.mailchimp
";

/// Assistants.
pub(super) const ASSISTANTS: &str = "
ChatGPT = com.openai.chatgpt
Claude = com.anthropic.claude
Gemini = com.google.android.apps.bard
Perplexity = ai.perplexity.app.android
";
