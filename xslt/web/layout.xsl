<?xml version="1.0" encoding="UTF-8"?>
<!-- What every page has: head, masthead, ways in, foot; the words of the interface; addresses that are safe to follow. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:d="urn:dragoman:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- tei/edition.xml -->
  <xsl:param name="edition" as="document-node()" required="yes"/>
  <!-- The words of the interface: the object of one of languages/*.json. -->
  <xsl:param name="language" as="map(*)" required="yes"/>

  <xsl:variable name="d:language" as="map(*)" select="$language"/>
  <xsl:variable name="d:header" as="element()" select="$edition/TEI/teiHeader"/>
  <xsl:variable name="d:edition-title" as="xs:string"
      select="string(($d:header/fileDesc/titleStmt/(title[@type = 'main'], title))[1]) => normalize-space()"/>
  <xsl:variable name="d:edition-subtitle" as="xs:string"
      select="string($d:header/fileDesc/titleStmt/title[@type = 'sub'][1]) => normalize-space()"/>
  <!-- The address of the published edition, with a slash at its end; '' while it has none. What is no address of the web is none. -->
  <xsl:variable name="d:base" as="xs:string" select="let $uri := normalize-space($d:header/fileDesc/publicationStmt//idno[@type = 'URI'][1])
      return if (not(matches($uri, '^https?://[^\s&quot;''&lt;&gt;\\]+$', 'i'))) then '' else replace($uri, '/+$', '') || '/'"/>

  <!-- A phrase of the interface. -->
  <xsl:function name="d:t" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="string(($d:language($key), $key)[1])"/>
  </xsl:function>

  <!-- A phrase with one thing put where it says {}. -->
  <xsl:function name="d:t" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="thing" as="item()"/>
    <xsl:sequence select="d:filled(d:t($key), string($thing))"/>
  </xsl:function>

  <!-- What the interface calls a value of a document (“gap-illegible”), or the value as it stands where it has no phrase for it. -->
  <xsl:function name="d:term" as="xs:string">
    <xsl:param name="family" as="xs:string"/>
    <xsl:param name="value" as="item()"/>
    <xsl:sequence select="string(($d:language($family || '-' || $value), $value)[1])"/>
  </xsl:function>

  <!-- A phrase that has a form for one and a form for many: “key-one”, “key-many”. -->
  <xsl:function name="d:count" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="forms" select="$d:language('plural')"/>
    <xsl:variable name="form" select="
        if ($forms eq 'russian') then
          (if ($number mod 10 eq 1 and $number mod 100 ne 11) then 'one'
           else if ($number mod 10 = (2, 3, 4) and not($number mod 100 = (12, 13, 14))) then 'few' else 'many')
        else if ($number eq 1 or ($forms eq 'french' and $number eq 0)) then 'one' else 'many'"/>
    <xsl:variable name="phrase" select="($d:language($key || '-' || $form), $d:language($key || '-many'))[1]"/>
    <xsl:sequence select="d:filled($phrase, d:number($number))"/>
  </xsl:function>

  <!-- A number as the language of the interface divides it: “1,216”, “1.216”, “1 216”. -->
  <xsl:function name="d:number" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="if ($number lt 1000) then string($number)
        else format-integer($number, '#,##0') => translate(',', d:t('thousands'))"/>
  </xsl:function>

  <!-- A phrase with a thing wherever it says {}. -->
  <xsl:function name="d:filled" as="xs:string">
    <xsl:param name="phrase" as="xs:string?"/>
    <xsl:param name="thing" as="xs:string"/>
    <xsl:variable name="before" select="substring-before($phrase, '{}')"/>
    <xsl:variable name="after" select="substring-after($phrase, '{}')"/>
    <xsl:sequence select="if (not(contains($phrase, '{}'))) then string($phrase)
        else $before || $thing || (if (contains($after, '{}')) then d:filled($after, $thing) else $after)"/>
  </xsl:function>

  <!-- A text cut at a word, after which no initials and no small words stay behind; where it has no blanks, at the length. -->
  <xsl:function name="d:shortened" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="length" as="xs:integer"/>
    <xsl:variable name="begun" select="substring($text, 1, $length)"/>
    <!-- With one letter more the last word is always one that is left out. -->
    <xsl:variable name="words" select="tokenize($begun || 'x')[position() lt last()]"/>
    <xsl:sequence select="if (string-length($text) le $length) then $text
        else d:without-end(if (exists($words)) then string-join(subsequence($words, 1, d:last-word($words, count($words))), ' ') else $begun, ',;:.') || '…'"/>
  </xsl:function>

  <!-- The place of the last of some words, up to a place, that is neither initials nor a small word; 1 where all are. -->
  <xsl:function name="d:last-word" as="xs:integer">
    <xsl:param name="words" as="xs:string+"/>
    <xsl:param name="place" as="xs:integer"/>
    <xsl:sequence select="if ($place gt 1 and matches($words[$place], '^((\p{Lu}\.)+|\p{L}{1,2}\.?)$')) then d:last-word($words, $place - 1) else $place"/>
  </xsl:function>

  <!-- A text without those of some characters that stand at its end. (A pattern for the end is tried at every place of a text.) -->
  <xsl:function name="d:without-end" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="characters" as="xs:string"/>
    <xsl:sequence select="if ($text ne '' and contains($characters, substring($text, string-length($text))))
        then d:without-end(substring($text, 1, string-length($text) - 1), $characters) else $text"/>
  </xsl:function>

  <!-- The name of a language by its tag, the tag itself where we have none. -->
  <xsl:function name="d:language-name" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:variable name="names" select="$d:language?languages"/>
    <xsl:variable name="main" select="tokenize($tag, '-')[1]"/>
    <xsl:variable name="romanised" select="tail(tokenize($tag, '-')) = 'Latn'"/>
    <xsl:sequence select="string(($names($tag), $names($main) ! (if ($romanised) then d:t('romanised', .) else .), $tag)[1])"/>
  </xsl:function>

  <!-- The language of a document's title and abstract, where the page has another.
       document   its summary -->
  <xsl:function name="d:lang" as="attribute()?">
    <xsl:param name="document" as="element()?"/>
    <xsl:sequence select="d:in($document/@language)"/>
  </xsl:function>

  <!-- A language, where the page has another. -->
  <xsl:function name="d:in" as="attribute()?">
    <xsl:param name="language" as="attribute()?"/>
    <xsl:if test="$language[not(. = ('', $d:language?tag))]"><xsl:attribute name="lang" select="$language"/></xsl:if>
  </xsl:function>

  <!-- The language of a name, where the page has another; a romanised name is read as the page's own words are. -->
  <xsl:function name="d:of-name" as="attribute()?">
    <xsl:param name="name" as="element()?"/>
    <xsl:sequence select="d:in($name/@xml:lang[not(tokenize(., '-') = 'Latn')])"/>
  </xsl:function>

  <!-- An address that a reader may follow, or nothing: what a document says is never a script.
       ID.xml#p1 of this edition becomes ID.html#p1; what a name has and an address has not is a hyphen there, too (tei/ids.py). -->
  <xsl:function name="d:href" as="xs:string?">
    <xsl:param name="target" as="xs:string?"/>
    <xsl:variable name="address" select="replace(string($target), '[\s&#x7F;-&#x9F;]', '')"/>
    <xsl:sequence select="
        if ($address eq '') then ()
        else if (matches($address, '^(https?://|mailto:)', 'i')) then iri-to-uri($address)
        else if (matches($address, '^[a-z][a-z0-9+.\-]*:', 'i') or matches($address, '^[/\\]|\\|(^|/)\.\.(/|$)|%(2e|2f|5c)', 'i')) then ()
        else if (starts-with($address, '#')) then iri-to-uri('#' || d:html-id(substring($address, 2)))
        else if (matches($address, '^(documents/)?[^/#?]+\.xml(#.*)?$')) then (let $name := replace($address, '\.xml(#.*)?$', '')
            return iri-to-uri(replace($name, '(%2[0-9a-c]|[!&amp;''()+,;=@~])+', '-', 'i') || '.html' || replace($address, '^[^#]*\.xml', '')))
        else ()"/>
  </xsl:function>

  <!-- The ids that pages give (mentions, page breaks, calls) are theirs alone: a document that has one of them keeps it with a mark. -->
  <xsl:function name="d:html-id" as="xs:string?">
    <xsl:param name="id" as="xs:string?"/>
    <!-- Most ids do not begin like one of these, and a pattern costs more than a look at the beginning. -->
    <xsl:sequence select="if ((starts-with($id, 'm') or starts-with($id, 'page-') or starts-with($id, 'call-') or starts-with($id, 'note-'))
        and matches($id, '^(m\d+|page-\d+|call-.*|note-(editor|translator|author)-\d+)$')) then $id || ':' else $id"/>
  </xsl:function>

  <xsl:variable name="d:register-pages" static="yes" as="map(xs:string, xs:string)" select="map { 'person': 'people', 'place': 'places', 'org': 'organizations' }"/>

  <!-- The page of the site on which an entity of a register stands, from the site's root: person:x → people.html#x. -->
  <xsl:function name="d:entity-address" as="xs:string?">
    <xsl:param name="reference" as="xs:string"/>
    <xsl:variable name="page" select="$d:register-pages(substring-before($reference, ':'))"/>
    <xsl:sequence select="$page ! (. || '.html#' || encode-for-uri(substring-after($reference, ':')))"/>
  </xsl:function>

  <xsl:variable name="d:ways-in" static="yes" as="map(xs:string, xs:string)*" select="
      map { 'page': 'calendar', 'name': 'documents' }, map { 'page': 'people', 'name': 'people' },
      map { 'page': 'places', 'name': 'places' }, map { 'page': 'organizations', 'name': 'organizations' },
      map { 'page': 'terms', 'name': 'terms' }, map { 'page': 'map', 'name': 'map' },
      map { 'page': 'network', 'name': 'network' }, map { 'page': 'about', 'name': 'about' }"/>

  <!-- A whole page, the principal result of a stylesheet, written as it is made: trees that are built only to be copied would
       cost as much as the making. Further elements of the head are made by the mode d:head; what stands between masthead and foot,
       a main element and its neighbours, by the mode d:body.
       path    where it lies, from the site's root
       title   what the tab says
       styles  what it loads beside the style of every page, by the files' stems in assets
       scripts the same of scripts
       (It declares no type, as no template does that writes much of a page: each event would be checked on its way out.) -->
  <xsl:template name="d:page">
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="class" as="xs:string"/>
    <xsl:param name="styles" as="xs:string+" select="'ways'"/>
    <xsl:param name="scripts" as="xs:string+" select="'folds'"/>
    <xsl:variable name="root" select="string-join((1 to count(tokenize($path, '/')) - 1) ! '../')"/>
    <!-- A part of a register or of the calendar belongs to its first page, a document to the documents. -->
    <xsl:variable name="folder" select="replace(tokenize($path, '/')[1], '\.html$', '')"/>
    <xsl:variable name="here" select="if ($folder eq 'documents') then 'calendar' else $folder"/>
    <html lang="{$d:language?tag}" class="{$class}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self' blob: 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'"/>
        <meta name="referrer" content="no-referrer"/>
        <title>
          <xsl:value-of select="if ($title eq $d:edition-title) then $title else $title || ' · ' || $d:edition-title"/>
        </title>
        <xsl:if test="$d:base">
          <link rel="canonical" href="{$d:base}{$path}"/>
        </xsl:if>
        <xsl:apply-templates select="." mode="d:head"/>
        <xsl:for-each select="'style', $styles, 'fonts'">
          <link rel="stylesheet" href="{$root}assets/{.}.css"/>
        </xsl:for-each>
        <link rel="stylesheet" href="{$root}assets/print.css" media="print"/>
        <link rel="stylesheet" href="{$root}assets/edition.css"/>
        <link rel="icon" href="{$root}assets/icon.svg" type="image/svg+xml"/>
        <link rel="alternate" type="application/atom+xml" title="{d:t('changes')}" href="{$root}changes.atom"/>
        <!-- What has to be known before a page is drawn. -->
        <xsl:for-each select="'choices'[$scripts = 'script'], 'faces'[$class eq 'register-page']"><script src="{$root}assets/{.}.js"></script></xsl:for-each>
        <xsl:for-each select="$scripts"><script src="{$root}assets/{.}.js" defer="defer"></script></xsl:for-each>
      </head>
      <body data-root="{$root}">
        <a class="skip" href="#ui:main"><xsl:value-of select="d:t('skip')"/></a>
        <header>
          <div class="masthead">
          <a class="edition" href="{$root}index.html">
            <xsl:if test="$here eq 'index'"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
            <xsl:value-of select="$d:edition-title"/>
          </a>
          <nav class="ways" aria-label="{d:t('ways-in')}">
            <ul>
              <xsl:for-each select="$d:ways-in">
                <li>
                  <a href="{$root}{.?page}.html">
                    <xsl:if test=".?page eq $here"><xsl:attribute name="aria-current" select="if (contains($path, '/')) then 'true' else 'page'"/></xsl:if>
                    <xsl:value-of select="d:t(.?name)"/>
                  </a>
                </li>
              </xsl:for-each>
              <!-- Where there is no room for the field of the masthead. -->
              <li class="to-search">
                <a href="{$root}search.html">
                  <xsl:if test="$here eq 'search'"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
                  <xsl:value-of select="d:t('search')"/>
                </a>
              </li>
            </ul>
          </nav>
          <xsl:if test="$here ne 'search'"><form class="quick" action="{$root}search.html" role="search">
            <label>
              <span class="unseen"><xsl:value-of select="d:t('search')"/></span>
              <input type="search" name="q" placeholder="{d:t('search')}" autocomplete="off"/>
            </label>
          </form></xsl:if>
          </div>
          <xsl:call-template name="d:banner"/>
        </header>
        <xsl:apply-templates select="." mode="d:body"/>
        <footer class="foot">
          <xsl:call-template name="d:banner"/>
          <p>
            <a href="{$root}index.html"><cite><xsl:value-of select="$d:edition-title"/></cite></a>
            <xsl:for-each select="$d:header/fileDesc/publicationStmt/(publisher | date)[normalize-space()]">
              <xsl:text>. </xsl:text>
              <xsl:value-of select="normalize-space()"/>
            </xsl:for-each>
            <xsl:text>.</xsl:text>
          </p>
          <p><xsl:apply-templates select="$d:header/fileDesc/publicationStmt/availability" mode="d:licence"/></p>
          <p><xsl:value-of select="d:t('made-with')"/></p>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:mode name="d:head" on-no-match="deep-skip"/>
  <xsl:mode name="d:body" on-no-match="fail"/>

  <!-- The banner that an edition gives itself (“specimen”): at the head of every page and at its foot. -->
  <xsl:template name="d:banner">
    <xsl:variable name="banner" select="normalize-space($d:header/fileDesc/notesStmt/note[@type = 'banner'][1])"/>
    <xsl:if test="$banner">
      <p class="banner"><xsl:value-of select="$banner"/></p>
    </xsl:if>
  </xsl:template>

  <xsl:mode name="d:licence" on-no-match="text-only-copy"/>

  <xsl:template match="licence[d:href(@target)]" mode="d:licence">
    <a rel="license" href="{d:href(@target)}"><xsl:value-of select="normalize-space()"/></a>
  </xsl:template>

  <!-- Data for machines, in a script element that is no script. -->
  <xsl:function name="d:json-ld" as="element()">
    <xsl:param name="object" as="map(*)"/>
    <script type="application/ld+json">
      <!-- "<" would let text of a document end the element. -->
      <xsl:value-of select="serialize($object, map { 'method': 'json' }) => replace('&lt;', '\\u003c')"/>
    </script>
  </xsl:function>

</xsl:stylesheet>
