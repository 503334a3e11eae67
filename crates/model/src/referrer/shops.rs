//! Shops and marketplaces, which GA4's rules and those after it keep apart from other sites.

/// One line per shop.
pub(super) const HOSTS: &str = "
Amazon = amazon.* amzn.to amzn.eu
eBay = ebay.*
Etsy = etsy.com
AliExpress = aliexpress.*
Alibaba = alibaba.com
Temu = temu.com
Shein = shein.*
Walmart = walmart.*
Target = target.com
Rakuten = rakuten.co.jp fr.shopping.rakuten.com
Cdiscount = cdiscount.com
Fnac = fnac.com
Leboncoin = leboncoin.fr
Vinted = vinted.*
Zalando = zalando.*
Mercado Libre = mercadolibre.* mercadolivre.com.br
Shop = shop.app
Google Shopping = shopping.google.* shopping.google.com
PriceRunner = pricerunner.*
Idealo = idealo.*
";
