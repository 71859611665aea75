<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages of the edition as a whole: home, calendar, about, map, network, search.

     in      tei/edition.xml
     params  page      which: index | calendar | about | map | network | search
             language  the words of the interface, JSON
             index     <index><document …>…</document>…</index>, the summaries of the documents in the order of time
                       (web_context.index); of the home page those that it shows, @documents says of how many
             names     <names><name ref="person:x">Label</name>…</names>, what the facets call the entities
             parts     <parts><part page="1962"/>…</parts>, the parts of a calendar that one page cannot hold
             part      which of them the page is, its documents those of index; '' for the page that leads to them
             pictures  those of tei/edition.xml that can be shown (pictures.xsl)
             picture   the SVG of the page: the course of time, the map or the network
     out     the page; what no rule knows is marked in it (structure.xsl) -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:dragoman:functions"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xpath-default-namespace="">

  <xsl:import href="../prepare/summary.xsl"/>
  <xsl:include href="../prepare/notes.xsl"/>
  <xsl:include href="layout.xsl"/>
  <xsl:include href="structure.xsl"/>
  <xsl:include href="inlines.xsl"/>
  <xsl:include href="apparatus.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="names.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="records.xsl"/>
  <xsl:include href="pictures.xsl"/>
  <xsl:include href="home.xsl"/>
  <xsl:include href="calendar.xsl"/>

  <xsl:output method="html" html-version="5.0" indent="no" include-content-type="no" escape-uri-attributes="no"/>

  <xsl:param name="page" as="xs:string" required="yes"/>
  <xsl:param name="index" as="document-node()" required="yes"/>
  <xsl:param name="names" as="document-node()?" select="()"/>
  <xsl:param name="picture" as="document-node()?" select="()"/>
  <xsl:param name="parts" as="document-node()?" select="()"/>
  <xsl:param name="part" as="xs:string" select="''"/>

  <!-- In the order of time, the undated last; at one date, by title. -->
  <xsl:variable name="d:documents" as="element()*" select="$index/*/document"/>

  <xsl:template match="/">
    <xsl:call-template name="d:page">
      <xsl:with-param name="path" select="string-join(($page, $part[. ne '']), '/') || '.html'"/>
      <xsl:with-param name="title" select="if ($page eq 'index') then $d:edition-title else d:t(if ($page eq 'calendar') then 'documents' else $page) || $part[. ne ''] ! (' · ' || d:part-name(.))"/>
      <xsl:with-param name="class" select="$page || '-page'"/>
      <xsl:with-param name="styles" select="if ($page eq 'about') then ('document', 'rare'[d:has-rare(current()/*)], 'home') else ('ways', 'home'[$page eq 'index'])"/>
      <xsl:with-param name="scripts" select="
          if ($page eq 'about') then ('script', 'folds') else if ($page eq 'search') then ('narrow', 'sought', 'search')
          else if ($page eq 'calendar') then ('folds', 'narrow', 'facets') else ('folds', 'frames')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/" mode="d:body">
    <xsl:choose>
      <xsl:when test="$page eq 'index'"><xsl:call-template name="d:home"/></xsl:when>
      <xsl:when test="$page eq 'calendar'"><xsl:call-template name="d:calendar"/></xsl:when>
      <xsl:when test="$page eq 'about'"><xsl:call-template name="d:about"/></xsl:when>
      <xsl:when test="$page eq 'search'"><xsl:call-template name="d:search"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="d:pictured"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The introduction and the editorial principles as the edition has them, then what its header declares. -->
  <xsl:template name="d:about" as="element()">
    <xsl:variable name="said" as="node()*">
      <xsl:apply-templates select="tei:TEI/tei:text" mode="d:text"/>
      <xsl:sequence select="d:responsible()"/>
      <xsl:if test="$d:header/tei:encodingDesc/tei:editorialDecl/*">
        <h2 id="ui:conventions"><xsl:value-of select="d:t('conventions')"/></h2>
        <dl class="conventions">
          <xsl:for-each select="$d:header/tei:encodingDesc/tei:editorialDecl/*">
            <div>
              <dt><xsl:value-of select="d:term('convention', local-name())"/></dt>
              <dd><xsl:value-of select="d:reading(.)"/></dd>
            </div>
          </xsl:for-each>
        </dl>
      </xsl:if>
      <xsl:call-template name="d:foot">
        <xsl:with-param name="root" select="/"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="text" as="element()">
      <div class="text prose" lang="{(tei:TEI/@xml:lang, 'en')[1]}"><xsl:sequence select="$said"/></div>
    </xsl:variable>
    <main id="ui:main">
      <header class="page-header"><h1><xsl:value-of select="d:t('about')"/></h1></header>
      <xsl:variable name="headings" select="$text//h2"/>
      <xsl:if test="count($headings) gt 2">
        <nav class="sections" aria-label="{d:t('about')}">
          <ul role="list">
            <xsl:for-each select="$headings">
              <li><a href="#{d:section-id(.)}"><xsl:value-of select="normalize-space()"/></a></li>
            </xsl:for-each>
          </ul>
        </nav>
      </xsl:if>
      <xsl:apply-templates select="$text" mode="d:sections"/>
    </main>
  </xsl:template>

  <!-- Every heading of the text can be led to. -->
  <xsl:mode name="d:sections" on-no-match="shallow-copy"/>

  <xsl:template match="h2[not(@id)]" mode="d:sections">
    <h2 id="{d:section-id(.)}"><xsl:apply-templates select="@* | node()" mode="#current"/></h2>
  </xsl:template>

  <xsl:function name="d:section-id" as="xs:string">
    <xsl:param name="heading" as="element()"/>
    <xsl:sequence select="string(($heading/@id, 'ui:section-' || count($heading/preceding::h2) + 1)[1])"/>
  </xsl:function>

  <!-- Who answers for what. -->
  <xsl:function name="d:responsible" as="element()*">
    <xsl:variable name="statements" select="$d:header/tei:fileDesc/tei:titleStmt/(tei:author | tei:editor | tei:respStmt)"/>
    <xsl:if test="$statements">
      <h2 id="ui:responsible"><xsl:value-of select="d:t('responsible')"/></h2>
      <dl class="responsible">
        <xsl:for-each select="$statements">
          <div>
            <dt><xsl:value-of select="if (self::tei:respStmt) then (tei:name | tei:persName | tei:orgName) ! d:reading(.) else d:reading(.)" separator=", "/></dt>
            <dd><xsl:value-of select="if (self::tei:respStmt) then d:reading(tei:resp[1]) else (@role, d:t(local-name()))[1]"/></dd>
          </div>
        </xsl:for-each>
      </dl>
    </xsl:if>
  </xsl:function>

  <!-- On a phone a picture keeps a size at which its words can be read, and is moved about in its frame. -->
  <xsl:mode name="d:framed" on-no-match="deep-copy"/>
  <xsl:template match="*:svg" mode="d:framed">
    <div class="frame"><xsl:copy-of select="."/></div>
  </xsl:template>
  <!-- What says the same as the pictures before it: who goes by links need not go through theirs. On the home page nothing does. -->
  <xsl:template match="*[$page ne 'index'][preceding-sibling::*[1][self::*:svg]][not(following-sibling::*:svg)]" mode="d:framed">
    <xsl:copy>
      <xsl:attribute name="id" select="'ui:said'"/>
      <xsl:copy-of select="@* except @id, node()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template name="d:past-picture" as="element()">
    <xsl:param name="to" as="xs:string" select="'ui:said'"/>
    <p class="past"><a class="skip" href="#{$to}"><xsl:value-of select="d:t('skip-picture')"/></a></p>
  </xsl:template>

  <!-- A page that is a picture and a list that says the same. -->
  <xsl:template name="d:pictured" as="element()">
    <main id="ui:main">
      <header class="page-header">
        <h1><xsl:value-of select="d:t($page)"/></h1>
        <p class="lede"><xsl:value-of select="d:t($page || '-lede')"/></p>
      </header>
      <xsl:if test="$picture/*/*:svg"><xsl:call-template name="d:past-picture"/></xsl:if>
      <xsl:apply-templates select="$picture/*/*" mode="d:framed"/>
    </main>
  </xsl:template>

  <xsl:template name="d:search" as="element()">
    <main id="ui:main">
      <header class="page-header"><h1><xsl:value-of select="d:t('search')"/></h1></header>
      <form class="search" action="search.html" role="search" data-found-one="{d:t('documents-one')}" data-found-many="{d:t('documents-many')}" data-more="{d:t('more')}"
          data-failed="{d:t('search-failed')}" data-nearest="{d:t('nearest')}">
        <xsl:for-each select="$d:language?documents-few"><xsl:attribute name="data-found-few" select="."/></xsl:for-each>
        <xsl:for-each select="'kind', 'year', 'classification', 'people', 'places', 'original-language', 'status'">
          <xsl:attribute name="data-facet-{.}" select="d:t('facet-' || .)"/>
        </xsl:for-each>
        <label for="ui:query"><xsl:value-of select="d:t('search-label')"/></label>
        <div class="asked">
          <input id="ui:query" type="search" name="q" autocomplete="off" spellcheck="false"/>
          <button type="submit"><xsl:value-of select="d:t('search')"/></button>
        </div>
        <p class="hint"><xsl:value-of select="d:t('search-hint')"/></p>
      </form>
      <noscript><p class="nothing"><xsl:value-of select="d:t('search-no-script')"/></p></noscript>
      <div class="results-area">
        <details class="narrow">
          <summary><xsl:value-of select="d:t('facets')"/></summary>
          <div class="facets" id="ui:filters"></div>
        </details>
        <div>
          <p id="ui:count" class="tally" aria-live="polite"></p>
          <ol id="ui:results" class="results" role="list"></ol>
        </div>
      </div>
    </main>
  </xsl:template>

</xsl:stylesheet>
