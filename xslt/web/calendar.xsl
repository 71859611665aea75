<?xml version="1.0" encoding="UTF-8"?>
<!-- The calendar: every document and every entry of its finding lists at the precision of its date.
     An entry that is a document of this edition, or that an earlier list has too, stands once and names the lists. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:dragoman:functions"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xpath-default-namespace="">

  <xsl:key name="d:name" match="name" use="@ref"/>
  <!-- By what an entry is the same as: “ID.xml” for a document, “ID.xml#e3” for an entry. -->
  <xsl:key name="d:listed" match="entry" use="@ref[. ne ''], @same-as[. ne '']"/>
  <xsl:key name="d:by-id" match="document" use="@id"/>

  <xsl:template name="d:calendar" as="element()">
    <xsl:variable name="known" select="$index/*/document/@id ! (. || '.xml')"/>
    <xsl:variable name="entries" select="$index/*/document/entry[not(@ref = $known)][@same-as eq '']"/>
    <xsl:variable name="items" as="element()*">
      <xsl:perform-sort select="$index/*/document[not(entry)], $entries">
        <xsl:sort select="@precision eq 'none'"/>
        <xsl:sort select="@date"/>
        <xsl:sort select="@title"/>
        <xsl:sort select="@id"/>
      </xsl:perform-sort>
    </xsl:variable>
    <main id="ui:main">
      <header class="page-header">
        <h1><xsl:value-of select="d:t('documents')"/></h1>
        <p class="lede">
          <xsl:value-of select="d:count('documents', count($items/self::document)), d:count('entries', count($entries))" separator=", "/>
        </p>
      </header>
      <div class="results-area">
        <details class="narrow">
        <summary><xsl:value-of select="d:t('facets')"/></summary>
        <form class="facets" id="ui:facets" autocomplete="off" aria-label="{d:t('facets')}">
          <xsl:sequence select="d:facet('kind', $items, function ($item) { $item/self::document/@kind, $item/self::entry/'entry' }, function ($value) { d:t('kind-' || $value) })"/>
          <xsl:sequence select="d:facet('year', $items, function ($item) { substring($item/@date, 1, 4)[. ne ''] }, function ($value) { $value })"/>
          <xsl:sequence select="d:facet('classification', $items, function ($item) { string($item/@classification)[. ne ''] }, function ($value) { $value })"/>
          <xsl:sequence select="d:facet('people', $items, function ($item) { $item/name/@ref[starts-with(., 'person:')] }, d:entity-name#1)"/>
          <xsl:sequence select="d:facet('places', $items, function ($item) { $item/name/@ref[starts-with(., 'place:')] }, d:entity-name#1)"/>
          <xsl:sequence select="d:facet('original-language', $items, function ($item) { string($item/@original-language)[. ne ''] }, d:language-name#1)"/>
          <xsl:sequence select="d:facet('status', $items, function ($item) { string($item/@status)[. ne ''] }, function ($value) { d:t('status-' || $value) })"/>
        </form>
        </details>
        <div class="calendar">
          <p id="ui:tally" class="tally" aria-live="polite"></p>
          <xsl:for-each-group select="$items" group-adjacent="if (@precision eq 'none') then '' else substring(@date, 1, 4)">
            <section class="year" aria-labelledby="ui:year-{(current-grouping-key()[. ne ''], 'none')[1]}">
              <h2 id="ui:year-{(current-grouping-key()[. ne ''], 'none')[1]}"><xsl:value-of select="(current-grouping-key()[. ne ''], d:t('undated'))[1]"/></h2>
              <ol role="list">
                <xsl:apply-templates select="current-group()" mode="d:dated"/>
              </ol>
            </section>
          </xsl:for-each-group>
          <xsl:variable name="lists" select="$index/*/document[entry]"/>
          <xsl:if test="$lists">
            <section class="year" aria-labelledby="ui:lists">
              <h2 id="ui:lists"><xsl:value-of select="d:t('finding-lists')"/></h2>
              <ol role="list">
                <xsl:for-each select="$lists">
                  <xsl:sort select="@title"/>
                  <li>
                    <span class="when"><xsl:value-of select="d:count('entries', count(entry))"/></span>
                    <div><a href="documents/{encode-for-uri(@id)}.html"><xsl:value-of select="@title"/></a>
                      <p class="what"><xsl:value-of select="d:t('kind-' || @kind)"/></p></div>
                  </li>
                </xsl:for-each>
              </ol>
            </section>
          </xsl:if>
        </div>
      </div>
    </main>
  </xsl:template>

  <xsl:mode name="d:dated" on-no-match="fail"/>

  <xsl:template match="document" mode="d:dated" as="element()">
    <li class="document {@kind}" data-kind="{@kind}" data-year="{substring(@date, 1, 4)}" data-classification="{@classification}"
        data-original-language="{@original-language}" data-status="{@status}"
        data-people="{name/@ref[starts-with(., 'person:')]}" data-places="{name/@ref[starts-with(., 'place:')]}">
      <span class="when"><xsl:sequence select="d:when(.)"/></span>
      <div>
        <a href="documents/{encode-for-uri(@id)}.html"><xsl:value-of select="@title"/></a>
        <p class="what">
          <xsl:value-of select="d:t('kind-' || @kind), @classification[. ne ''], @archive[. ne '']" separator=" · "/>
          <xsl:sequence select="d:listed-in(key('d:listed', @id || '.xml', $index))"/>
        </p>
      </div>
    </li>
  </xsl:template>

  <xsl:template match="entry" mode="d:dated" as="element()">
    <li class="listed" data-kind="entry" data-year="{substring(@date, 1, 4)}">
      <span class="when"><xsl:sequence select="d:when(.)"/></span>
      <div>
        <span class="listed-title"><xsl:value-of select="@title"/></span>
        <xsl:if test="@abstract ne ''"><p class="entry-abstract"><xsl:value-of select="@abstract"/></p></xsl:if>
        <p class="what"><xsl:sequence select="d:listed-in((., key('d:listed', @document || '.xml#' || @id, $index)))"/></p>
      </div>
    </li>
  </xsl:template>

  <!-- The day and month of a date under its year; how sure it is. -->
  <xsl:function name="d:when" as="item()*">
    <xsl:param name="item" as="element()"/>
    <xsl:if test="$item/@precision ne 'none'">
      <time datetime="{replace($item/@date-from, 'T.*', '')}"><xsl:value-of select="d:written-range($item/@date-from, $item/@date-to)"/></time>
      <xsl:if test="$item/@date-cert = ('low', 'medium')"> (?)</xsl:if>
    </xsl:if>
  </xsl:function>

  <xsl:function name="d:listed-in" as="item()*">
    <xsl:param name="entries" as="element()*"/>
    <xsl:for-each-group select="$entries" group-by="@document">
      <xsl:value-of select="if (position() gt 1) then ', ' else ' ' || d:t('listed-in') || ' '"/>
      <a href="documents/{encode-for-uri(@document)}.html{@id[. ne ''] ! ('#' || .)}">
        <xsl:value-of select="key('d:by-id', @document, $index)/@title"/>
      </a>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="d:entity-name" as="xs:string">
    <xsl:param name="reference" as="item()"/>
    <xsl:sequence select="string(($names ! key('d:name', $reference, .)[1], substring-after($reference, ':'))[1])"/>
  </xsl:function>

  <!-- One facet: its values with their counts; nothing where there is nothing to choose. -->
  <xsl:function name="d:facet" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="items" as="element()*"/>
    <xsl:param name="values" as="function(*)"/>
    <xsl:param name="label" as="function(*)"/>
    <xsl:variable name="all" select="$items ! distinct-values($values(.) ! string(.))"/>
    <xsl:if test="count(distinct-values($all)) gt 1">
      <fieldset data-facet="{$name}">
        <legend><xsl:value-of select="d:t('facet-' || $name)"/></legend>
        <xsl:variable name="options" as="element()*">
          <xsl:for-each-group select="$all" group-by=".">
            <xsl:sort select="if ($name eq 'year') then current-grouping-key() else ''"/>
            <xsl:sort select="-count(current-group())"/>
            <xsl:sort select="$label(current-grouping-key())"/>
            <label>
              <input type="checkbox" name="{$name}" value="{current-grouping-key()}"/>
              <span><xsl:value-of select="$label(current-grouping-key())"/></span>
              <xsl:text> </xsl:text>
              <small><xsl:value-of select="count(current-group())"/></small>
            </label>
          </xsl:for-each-group>
        </xsl:variable>
        <xsl:sequence select="$options[position() le 8]"/>
        <xsl:if test="count($options) gt 8">
          <details><summary><xsl:value-of select="d:t('more', count($options) - 8)"/></summary><xsl:sequence select="$options[position() gt 8]"/></details>
        </xsl:if>
      </fieldset>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
