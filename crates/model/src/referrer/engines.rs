//! Search engines. The great ones by name; the small, the portals' own and those of toolbars stand under their host.

/// One line per engine.
pub(super) const HOSTS: &str = "
Google = google.* google.com.* google.it.ao cse.google.com wwwgoogle.* gogole.* gppgle.* googel.* googlesyndicatedsearch.com gfsoso.com darkoogle.com webcache.googleusercontent.com
Bing = bing.com bingj.com msnbc.msn.com dizionario.it.msn.com enciclopedia.it.msn.com
Yahoo = yahoo.* yahoo.co.jp
DuckDuckGo = duckduckgo.com duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion
Qwant = qwant.com
Ecosia = ecosia.org
Lilo = search.lilo.org lilo.org
Brave = search.brave.com
Startpage = startpage.com startpagel6srwcjlue4zgq3zevrujfaow726kjytqbbjyrswwmjzcqd.onion
Ixquick = ixquick.*
Kagi = kagi.com
Mojeek = mojeek.com mojeek.co.uk
Swisscows = swisscows.com
Yandex = yandex.* ya.ru
Baidu = baidu.com baidu.co.th gougou.com
Sogou = sogou.com sougou.com soso.com
360 Search = so.com so.360.cn sou.com haosou.com
Shenma = sm.cn
Naver = search.naver.com imagesearch.naver.com
Daum = search.daum.net
Seznam = search.seznam.cz videa.seznam.cz
Mail.ru Search = go.mail.ru m.mail.ru
Rambler = nova.rambler.ru
Ask = ask.* ask.reference.com askkids.com iwon.ask.com qbyrd.com search-results.com searchqu.com
AOL = aol.* aolsvc.de aolsearch.com search-intl.netscape.com
Lycos = lycos.*
Excite = excite.*
AltaVista = altavista.*
Abacho = abacho.*
ZapMeta = zapmeta.* zapmetasearch.*
Walhello = walhello.*
Qualigo = qualigo.*
Yasni = yasni.*
Yatedo = yatedo.*
Mozbot = mozbot.*
Terra = buscador.terra.es buscador.terra.cl buscador.terra.com.br
123people = 123people.*
Allesklar = allesklar.*
Setooz = setooz.com
Wedoo = wedoo.com
Forestle = forestle.org forestle.mobi
InfoSpace = infospace.com dogpile.com metacrawler.com metacrawler.de webcrawler.com webfetch.com tattoodle.com clusty.com inspsearch.com
T-Online = suche.t-online.de brisbane.t-online.de navigationshilfe.t-online.de
MySearch = mysearch.com myway.com mywebsearch.com
Incredimail = incredimail.com
Startpage NL = startgoogle.startpagina.nl
";

/// Engines named by their host.
pub(super) const MINOR: &str = "
1.cz 118700.se 1881.no 2gis.ru abcsok.no acoon.de alexa.com all.by allaverksamheter.se alltheinternet.com
alltheweb.com alohafind.com apollo7.de apontador.com.br arama.com arcor.de ariadna.elmundo.es arianna.com
arianna.libero.it astronaut.at austronaut.at benefind.de blekko.com blogdigger.com blogpulse.com
blogs.icerocket.com busca.orange.es busca.uol.com.br cercato.it cgi.search.biglobe.ne.jp cgi2.nintendo.co.jp
charter.net chercherfr.aguea.com claro-search.com coccoc.com crawler.com cuil.com daemon-search.com dalesearch.com
dasoertliche.de dastelefonbuch.de delta-search.com dmoz.org eniro.se entireweb.com eo.st epicsearch.in eurip.com
euroseek.com everyclick.com exalead.com exalead.fr extern.peoplecheck.de fastbrowsersearch.com find.tdc.dk
finderoo.com findhurtig.dk fireball.com fireball.de firstsfind.com fixsuche.de flix.de fr.dir.com freespoke.com
fresh-weather.com gais.cs.ccu.edu.tw geona.net gibiru.com gigablast.com globososo.com gnadenmeer.de gomeo.com
google.dodo.com.au google.interia.pl gooofullsearch.com goyellow.de gulesider.no highbeam.com hit-parade.com
hledani.tiscali.cz holmes.ge home.kingsoft.jp home.speedbit.com hooseek.com hotbot.com icq.com ilse.nl
images.search.biglobe.ne.jp info.com isearch.avg.com isearch.babylon.com isearch.glarysoft.com isodelen.se
it.luna.tv jp.hao123.com jungle-spider.de junglekey.com junglekey.fr juniorsafesearch.com jwsearch.jword.jp
jyxo.1188.cz k9safesearch.com kadaza.com karmasearch.org kataweb.it kensaq.com ko.search.need2find.com kvasir.no
kwzf.net laban.vn latne.lv lemoteur.fr lemoteur.ke.voila.fr lemoteur.orange.fr lo.st localmoxie.com lookany.com
looksmart.com maailm.com mamma.com maxwebsearch.com meinestadt.de meta.rrzn.uni-hannover.de meta.ua metager.de
metager2.de mister-wong.com mister-wong.de mobile.virgilio.it monstercrawler.com monumentbrowser.com
morfeo.centrum.cz myprivatesearch.com najdi.si neti.ee netlavis.azione.jp nigma.ru oceanhero.today
ocnsearch.goo.ne.jp online.no only-search.com optuszoo.com.au otsing.delfi.ee p.zhongsou.com paperball.de
pesquisa.clix.pt pesquisa.sapo.pt picsearch.com plazoo.com plusnetwork.com poisk.ru presearch.com privacywall.org
quendu.com recherche.francite.com rechercher.aliceadsl.fr ricerca.virgilio.it ricercaimmagini.virgilio.it
ricercanews.virgilio.it ricercavideo.virgilio.it riksdelen.se rpmfind.net scour.com search-dyn.tiscali.it
search.1and1.com search.1und1.de search.abv.bg search.alot.com search.auone.jp search.avast.com search.avg.com
search.azby.fmworld.net search.b1.org search.babylon.com search.bluewin.ch search.bt.com search.centrum.cz
search.certified-toolbar.com search.ch search.chatzum.com search.chedot.com search.com search.comcast.net
search.conduit.com search.disconnect.me search.dolphin-browser.jp search.earthlink.net search.f-secure.com
search.fbdownloader.com search.findwide.com search.fooooo.com search.foxtab.com search.free.fr
search.freecause.com search.frontier.com search.genieo.com search.gmx.com search.goo.ne.jp search.handycafe.com
search.hiyo.com search.i.ua search.imesh.com search.iminent.com search.incredibar.com search.juno.com
search.ke.voila.fr search.kiwee.com search.leonardo.it search.lookseek.com search.magentic.com search.magnetic.com
search.media.telstra.com.au search.nan.so search.nate.com search.nifty.com search.offerbox.com search.orange.co.uk
search.peoplepc.com search.qip.ru search.rr.com search.searchcompletion.com search.seesaa.jp
search.smartaddressbar.com search.smartshopping.com search.smt.docomo.ne.jp search.snap.do search.snapdo.com
search.softonic.com search.sweetim.com search.tiscali.it search.trustnav.com search.tut.by search.ukr.net
search.v9.com search.walla.co.il search.webssearches.com search.winamp.com search.www.ee search.xfinity.com
search.yam.com search.yippy.com search.zonealarm.com search.zum.com search1-1.free.fr search1-2.free.fr
searchalot.com searchassist.babylon.com searchatlas.centrum.cz searchcanvas.com searches.f-secure.com
searches.safehomepage.com searches.vi-view.com searchlock.com searchmobileonline.com searchresults.verizon.com
searchservice.myspace.com searchthis.com searchy.co.uk searchya.com sharelook.fr skynet.be sm.aport.ru sm.de
smart.delfi.lv so-net.ne.jp sosodesktop.com sp-search.auone.jp sputnik.ru start.facemoods.com start.funmoods.com
start.iplay.com start.lenovo.com startab.me startsiden.no stract.com suche.1und1.de suche.freenet.de suche.gmx.net
suche.info suche.web.de suchmaschine.com suchnase.de surfcanyon.com swiggle.org.uk szukaj.onet.pl szukaj.wp.pl
talimba.com talktalk.co.uk tarmot.com technorati.com teoma.com thesmartsearch.net tixuma.de toile.com
toolbarhome.com toppreise.ch torry.io trouvez.com trovarapido.com trusted-search.com tusksearch.com twingly.com
url.org videosearch.nifty.com vinden.nl vindex.nl vuhuv.com web.canoe.ca web.nl web.volny.cz weborama.com
weborama.fr websearch.com websearch.cs.com websearch.rakuten.co.jp witch.de woopie.jp wow.com www2.inbox.com
x-recherche.com yellowmap.de yep.com yongzin.com yougoo.fr ys.mirostart.com zoek.nl zoeken.nl zoohoo.cz zoznam.sk
zxuso.com
";
