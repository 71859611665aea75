<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages of the edition as a whole: home, calendar, map, network, search. (That which shows its text: about.xsl.)

     in      tei/edition.xml
     params  page      which: index | calendar | map | network | search
             language  the words of the interface, JSON
             index     <index><document …>…</document>…</index>, the summaries of the documents in the order of time
                       (web_context.index); of the home page those that it shows, @documents says of how many
             names     <names><name ref="person:x">Label</name>…</names>, what the facets call the entities
             parts     <parts><part page="1962"/>…</parts>, the parts of a calendar that one page cannot hold
             part      which of them the page is, its documents those of index; '' for the page that leads to them
             picture   the SVG of the page: the course of time, the map or the network
     out     the page -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:dragoman:functions"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xpath-default-namespace="">

  <xsl:import href="../common/dates.xsl"/>
  <xsl:include href="../common/reading.xsl"/>
  <xsl:include href="layout.xsl"/>
  <xsl:include href="responsible.xsl"/>
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
      <xsl:with-param name="styles" select="'ways', 'home'[$page eq 'index']"/>
      <xsl:with-param name="scripts" select="
          if ($page eq 'search') then ('narrow', 'sought', 'search')
          else if ($page eq 'calendar') then ('folds', 'narrow', 'facets') else ('folds', 'frames')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/" mode="d:body">
    <xsl:choose>
      <xsl:when test="$page eq 'index'"><xsl:call-template name="d:home"/></xsl:when>
      <xsl:when test="$page eq 'calendar'"><xsl:call-template name="d:calendar"/></xsl:when>
      <xsl:when test="$page eq 'search'"><xsl:call-template name="d:search"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="d:pictured"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

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
