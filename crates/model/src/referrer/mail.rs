//! Mail read in a browser, and the addresses that mail services send people through. Hosts whose first label says
//! mail (`webmail.example.com`) need no line here.

/// One line per service.
pub(super) const HOSTS: &str = "
Gmail = mail.google.com inbox.google.com
Outlook = outlook.live.com outlook.office.com outlook.office365.com mail.live.com hotmail.com eur01.safelinks.protection.outlook.com safelinks.protection.outlook.com
Yahoo Mail = mail.yahoo.com mail.yahoo.net mail.yahoo.co.uk mail.yahoo.co.jp
Proton Mail = mail.proton.me mail.protonmail.com
Tuta = app.tuta.com mail.tutanota.com
AOL Mail = mail.aol.com
iCloud Mail = icloud.com
Zoho Mail = mail.zoho.com mail.zoho.eu
Fastmail = app.fastmail.com
GMX = deref-gmx.* lightmailer-bs.gmx.net lightmailer-bap.gmx.net navigator.gmx.net bap.navigator.gmx.net
Mail.com = deref-mail.com 3c-lxa.mail.com navigator-lxa.mail.com
Web.de Mail = deref-web.de 3c.web.de 3c-bap.web.de lightmailer-bap.web.de lightmailer-bs.web.de navigator.web.de
Ionos Mail = deref-1und1-02.de email.ionos.* mailbusiness.ionos.*
T-Online Mail = email.t-online.de
Orange Mail = mail01.orange.fr mail02.orange.fr messageriepro3.orange.fr messagerie.orange.fr wmail.orange.fr
Free Mail = zimbra.free.fr webmail.free.fr imp.free.fr
SFR Mail = webmail.sfr.fr messagerie.sfr.fr
La Poste Mail = webmail.laposte.net
Bluewin Mail = email.bluewin.ch rich-v01.bluewin.ch rich-v02.bluewin.ch
Telstra Mail = email.telstra.com basic.messaging.bigpond.com
UPC Mail = upcmail.hispeed.ch
Daum Mail = mail2.daum.net mail.daum.net
QQ Mail = mail.qq.com exmail.qq.com
NetEase Mail = mail.126.com mail.163.com
Mail.ru = e.mail.ru touch.mail.ru
Yandex Mail = mail.yandex.*
Beeline Mail = post.ru
Mastermail = mastermail.ru
Sibmail = sibmail.com
Inbox.com = inbox.com
";
