<?xml version="1.0" encoding="UTF-8"?>
<!-- The calendar: every document and every entry of its finding lists at the precision of its date.
     An entry that is a document of this edition, or that an earlier list has too, stands once and names the lists.
     Where one page cannot hold them, it counts them and leads to pages of their own (render/calendar_parts.py). -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xmlns:d="urn:dragoman:functions"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xpath-default-namespace="">

  <xsl:key name="d:name" match="name" use="@ref"/>
  <!-- By what an entry is the same as: “ID.xml” for a document, “ID.xml#e3” for an entry. -->
  <xsl:key name="d:listed" match="entry" use="@ref[. ne ''], @same-as[. ne '']"/>
  <xsl:key name="d:by-id" match="document" use="@id"/>

  <xsl:variable name="d:up" as="xs:string" select="if ($part) then '../' else ''"/>

  <xsl:template name="d:calendar" as="element()+">
    <xsl:variable name="is-divided" as="xs:boolean" select="not($part) and exists($parts/*/part)"/>
    <xsl:variable name="entries" select="$index/*/document/entry[@same-as eq ''][not(d:is-here(@ref))]"/>
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
        <xsl:if test="$part"><p class="kicker"><a href="../calendar.html"><xsl:value-of select="d:t('documents')"/></a></p></xsl:if>
        <h1><xsl:value-of select="if ($part) then d:part-name($part) else d:t('documents')"/></h1>
        <p class="lede">
          <xsl:value-of select="d:count('documents', count($items/self::document)), d:count('entries', count($entries))" separator="{d:t('comma')}"/>
        </p>
      </header>
      <div class="results-area">
        <xsl:if test="not($is-divided)"><a class="skip" href="#ui:list"><xsl:value-of select="d:t('skip-facets')"/></a><details class="narrow">
        <summary><xsl:value-of select="d:t('facets')"/></summary>
        <form class="facets" id="ui:facets" autocomplete="off" aria-label="{d:t('facets')}">
          <xsl:sequence select="d:facet('kind', $items, function ($item) { if ($item/self::entry) then 'entry' else $item/@kind ! string(.) }, function ($value) { d:term('kind', $value) })"/>
          <xsl:sequence select="d:facet('year', $items, function ($item) { substring($item/@date, 1, 4)[. ne ''] }, d:shown-year#1)"/>
          <xsl:sequence select="d:facet('classification', $items, function ($item) { string($item/@classification)[. ne ''] }, function ($value) { $value })"/>
          <xsl:sequence select="d:facet('people', $items, function ($item) { distinct-values($item/name/@ref[starts-with(., 'person:')]) }, d:entity-name#1)"/>
          <xsl:sequence select="d:facet('places', $items, function ($item) { distinct-values($item/name/@ref[starts-with(., 'place:')]) }, d:entity-name#1)"/>
          <xsl:sequence select="d:facet('original-language', $items, function ($item) { string($item/@original-language)[. ne ''] }, d:language-name#1)"/>
          <xsl:sequence select="d:facet('status', $items, function ($item) { string($item/@status)[. ne ''] }, function ($value) { d:term('status', $value) })"/>
        </form>
        </details></xsl:if>
        <div class="calendar" id="ui:list">
          <xsl:sequence select="d:months-table($items[@precision ne 'none'])"/>
          <xsl:if test="$is-divided">
            <xsl:variable name="undated" select="count($items[@precision eq 'none'])"/>
            <xsl:if test="$undated"><p><a href="calendar/undated.html"><xsl:value-of select="d:t('undated')"/></a> (<xsl:value-of select="d:number($undated)"/>)</p></xsl:if>
            <p><a href="search.html"><xsl:value-of select="d:t('facets-in-search')"/></a></p>
          </xsl:if>
          <p id="ui:tally" class="tally" aria-live="polite"></p>
          <xsl:for-each-group select="$items[not($is-divided)]" group-adjacent="if (@precision eq 'none') then '' else substring(@date, 1, 4)">
            <section class="year" aria-labelledby="ui:year-{(current-grouping-key()[. ne ''], 'none')[1]}">
              <!-- A part's heading has said it. -->
              <h2 id="ui:year-{(current-grouping-key()[. ne ''], 'none')[1]}"><xsl:if test="$part"><xsl:attribute name="class" select="'unseen'"/></xsl:if><xsl:value-of select="(d:shown-year(current-grouping-key()[. ne '']), d:t('undated'))[1]"/></h2>
              <ol role="list">
                <xsl:for-each-group select="current-group()" group-adjacent="substring(@date, 1, 7)">
                  <xsl:variable name="anchor" as="attribute()?">
                    <xsl:if test="@precision ne 'none'"><xsl:attribute name="id" select="'ui:month-' || current-grouping-key()"/></xsl:if>
                  </xsl:variable>
                  <xsl:apply-templates select="." mode="d:dated"><xsl:with-param name="anchor" select="$anchor"/></xsl:apply-templates>
                  <xsl:apply-templates select="tail(current-group())" mode="d:dated"/>
                </xsl:for-each-group>
              </ol>
            </section>
          </xsl:for-each-group>
          <xsl:variable name="lists" select="$index/*/document[entry][not($part)]"/>
          <xsl:if test="$lists">
            <section class="year" aria-labelledby="ui:lists">
              <h2 id="ui:lists"><xsl:value-of select="d:t('finding-lists')"/></h2>
              <ol role="list">
                <xsl:for-each select="$lists">
                  <!-- “Results 1–10” stands before “Results 11–20”. -->
                  <xsl:sort select="@title" collation="http://saxon.sf.net/collation?alphanumeric=yes"/>
                  <li>
                    <span class="when"><xsl:value-of select="d:count('entries', count(entry))"/></span>
                    <div><a href="{$d:up}documents/{encode-for-uri(@id)}.html"><xsl:sequence select="d:lang(.)"/><xsl:value-of select="@title"/></a>
                      <p class="what"><xsl:value-of select="d:term('kind', @kind)"/></p></div>
                  </li>
                </xsl:for-each>
              </ol>
            </section>
          </xsl:if>
        </div>
      </div>
    </main>
    <xsl:if test="$part">
      <xsl:variable name="here" select="$parts/*/part[@page eq $part]"/>
      <nav class="neighbours" aria-label="{d:t('neighbours')}">
        <xsl:for-each select="$here/preceding-sibling::part[1], $here/following-sibling::part[1]">
          <a rel="{if (. &lt;&lt; $here) then 'prev' else 'next'}" href="{@page}.html">
            <span class="direction"><xsl:value-of select="d:t(if (. &lt;&lt; $here) then 'earlier' else 'later')"/></span>
            <span class="title"><xsl:value-of select="d:part-name(@page)"/></span>
          </a>
        </xsl:for-each>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- Whether a document of the edition is what an entry points to. -->
  <xsl:function name="d:is-here" as="xs:boolean">
    <xsl:param name="ref" as="xs:string"/>
    <xsl:sequence select="exists(key('d:by-id', replace($ref, '\.xml$', '')[. ne $ref], $index))"/>
  </xsl:function>

  <!-- “1962”, “March 1979”, “undated”: what a part of a divided calendar is called. -->
  <xsl:function name="d:part-name" as="xs:string">
    <xsl:param name="part" as="xs:string"/>
    <xsl:sequence select="(d:written-date($part)[. ne ''], d:t($part))[1]"/>
  </xsl:function>

  <!-- 12 for 0012. -->
  <xsl:function name="d:shown-year" as="xs:string?">
    <xsl:param name="year" as="xs:string?"/>
    <xsl:sequence select="$year ! replace(., '^0+(.)', '$1')"/>
  </xsl:function>

  <!-- Where a year or a month stands in the list: on this page, or on the page of a divided calendar that has it. -->
  <xsl:function name="d:place-in-calendar" as="xs:string?">
    <xsl:param name="time" as="xs:string"/>
    <xsl:variable name="page" select="$parts/*/part[@page = ($time, substring($time, 1, 4))]/@page"/>
    <xsl:variable name="anchor" select="'#ui:' || (if (contains($time, '-')) then 'month-' else 'year-') || $time"/>
    <xsl:sequence select="if ($part or not($parts/*/part)) then $anchor
        else if ($page = $time) then 'calendar/' || $time || '.html'
        else $page ! ('calendar/' || . || '.html' || $anchor)"/>
  </xsl:function>

  <xsl:mode name="d:dated" on-no-match="fail"/>

  <!-- How many documents and entries each month has; what is dated by its year only has a column of its own. A range counts where it begins. -->
  <xsl:function name="d:months-table" as="element()?">
    <xsl:param name="items" as="element()*"/>
    <xsl:if test="count(distinct-values($items ! substring(@date, 1, 4))) gt 1 or (not($part) and $parts/*/part)">
      <xsl:variable name="has-years" select="$items/@precision = 'year'"/>
      <xsl:variable name="counts" as="map(xs:string, xs:integer)">
        <xsl:map>
          <xsl:for-each-group select="$items" group-by="substring(@date, 1, 7)">
            <xsl:map-entry key="current-grouping-key()" select="count(current-group())"/>
          </xsl:for-each-group>
        </xsl:map>
      </xsl:variable>
      <xsl:variable name="most" select="max(map:for-each($counts, function ($month, $count) { $count }))"/>
      <div class="table months" tabindex="0" role="region" aria-label="{d:t('by-month')}">
        <table>
          <caption class="unseen"><xsl:value-of select="d:t('by-month')"/></caption>
          <thead>
            <tr>
              <th scope="col"><span class="unseen"><xsl:value-of select="d:t('facet-year')"/></span></th>
              <xsl:for-each select="array:flatten($d:language?months-short)"><th scope="col"><xsl:value-of select="."/></th></xsl:for-each>
              <xsl:if test="$has-years"><th scope="col" title="{d:t('no-month')}">?<span class="unseen"><xsl:value-of select="d:t('no-month')"/></span></th></xsl:if>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each-group select="$items" group-by="substring(@date, 1, 4)">
              <xsl:variable name="year" select="current-grouping-key()"/>
              <xsl:variable name="place" select="d:place-in-calendar($year)"/>
              <tr>
                <th scope="row">
                  <!-- The course of time leads to the year, on whatever page its documents are. -->
                  <xsl:if test="not(starts-with($place, '#'))"><xsl:attribute name="id" select="'ui:year-' || $year"/></xsl:if>
                  <xsl:choose>
                    <xsl:when test="$place"><a href="{$place}"><xsl:value-of select="d:shown-year($year)"/></a></xsl:when>
                    <xsl:otherwise><xsl:value-of select="d:shown-year($year)"/></xsl:otherwise>
                  </xsl:choose>
                </th>
                <xsl:for-each select="(1 to 12) ! ($year || '-' || format-integer(., '00')), $year[$has-years]">
                  <xsl:variable name="count" select="$counts(.)"/>
                  <td>
                    <xsl:if test="$count">
                      <!-- Four shades, each for twice to four times what the one before it stands for. -->
                      <xsl:attribute name="class" select="'n' || (if ($count * 8 le $most) then 1 else if ($count * 4 le $most) then 2 else if ($count * 2 le $most) then 3 else 4)"/>
                      <xsl:attribute name="data-month" select="."/>
                      <a href="{d:place-in-calendar(.)}" title="{if (contains(., '-')) then d:written-date(.) else d:shown-year(.)}"><xsl:value-of select="$count"/></a>
                    </xsl:if>
                  </td>
                </xsl:for-each>
              </tr>
            </xsl:for-each-group>
          </tbody>
        </table>
      </div>
    </xsl:if>
  </xsl:function>

  <!-- Where the month of an item begins in the list. -->
  <xsl:template name="d:month" as="attribute()*">
    <xsl:attribute name="data-year" select="substring(@date, 1, 4)"/>
    <xsl:if test="@precision ne 'none'">
      <xsl:attribute name="data-month" select="substring(@date, 1, 7)"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="document" mode="d:dated" as="element()">
    <xsl:param name="anchor" as="attribute()?"/>
    <li class="document {@kind}" data-kind="{@kind}" data-classification="{@classification}"
        data-original-language="{@original-language}" data-status="{@status}"
        data-people="{name/@ref[starts-with(., 'person:')]}" data-places="{name/@ref[starts-with(., 'place:')]}">
      <xsl:sequence select="$anchor"/>
      <xsl:call-template name="d:month"/>
      <span class="when"><xsl:sequence select="d:when(.)"/></span>
      <div>
        <a href="{$d:up}documents/{encode-for-uri(@id)}.html"><xsl:sequence select="d:lang(.)"/><xsl:value-of select="@title"/></a>
        <p class="what">
          <xsl:value-of select="d:term('kind', @kind), @classification[. ne ''], @archive[. ne '']" separator=" · "/>
          <xsl:variable name="lists" select="key('d:listed', @id || '.xml', $index)"/>
          <xsl:if test="$lists"><xsl:text> · </xsl:text><xsl:sequence select="d:listed-in($lists)"/></xsl:if>
        </p>
      </div>
    </li>
  </xsl:template>

  <xsl:template match="entry" mode="d:dated" as="element()">
    <xsl:param name="anchor" as="attribute()?"/>
    <li class="listed" data-kind="entry">
      <xsl:sequence select="$anchor"/>
      <xsl:call-template name="d:month"/>
      <span class="when"><xsl:sequence select="d:when(.)"/></span>
      <div>
        <span class="listed-title"><xsl:sequence select="d:lang(..)"/><xsl:value-of select="@title"/></span>
        <xsl:if test="@abstract ne ''"><p class="entry-abstract"><xsl:sequence select="d:lang(..)"/><xsl:value-of select="@abstract"/></p></xsl:if>
        <p class="what"><xsl:sequence select="d:listed-in((., key('d:listed', @document || '.xml#' || @id, $index)))"/></p>
      </div>
    </li>
  </xsl:template>

  <!-- The day and month of a date under its year; how sure it is. -->
  <xsl:function name="d:when" as="item()*">
    <xsl:param name="item" as="element()"/>
    <xsl:if test="$item/@precision ne 'none'">
      <time datetime="{if (contains($item/@date-from, 'T')) then substring-before($item/@date-from, 'T') else $item/@date-from}"><xsl:value-of select="d:written-range($item/@date-from, $item/@date-to)"/></time>
      <xsl:if test="$item/@date-cert = ('low', 'medium')"> (?)</xsl:if>
    </xsl:if>
  </xsl:function>

  <xsl:function name="d:listed-in" as="item()*">
    <xsl:param name="entries" as="element()*"/>
    <xsl:for-each-group select="$entries" group-by="@document">
      <xsl:value-of select="if (position() gt 1) then ', ' else d:t('listed-in') || ' '"/>
      <a href="{$d:up}documents/{encode-for-uri(@document)}.html{@id[. ne ''] ! ('#' || .)}">
        <xsl:sequence select="key('d:by-id', @document, $index) ! (d:lang(.), string(@title))"/>
      </a>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="d:entity-name" as="xs:string">
    <xsl:param name="reference" as="item()"/>
    <xsl:sequence select="string(($names ! key('d:name', $reference, .)[1], substring-after($reference, ':'))[1])"/>
  </xsl:function>

  <!-- One facet: its values with their counts; nothing where there is nothing to choose.
       values  gives those of an item, as strings, each once -->
  <xsl:function name="d:facet" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="items" as="element()*"/>
    <xsl:param name="values" as="function(*)"/>
    <xsl:param name="label" as="function(*)"/>
    <xsl:variable name="all" as="xs:string*" select="$items ! $values(.)"/>
    <xsl:if test="count(distinct-values($all)) gt 1">
      <fieldset data-facet="{$name}">
        <legend><xsl:value-of select="d:t('facet-' || $name)"/></legend>
        <xsl:variable name="counted" as="map(xs:string, item())*">
          <xsl:for-each-group select="$all" group-by=".">
            <xsl:sequence select="map { 'value': ., 'label': $label(.), 'count': count(current-group()) }"/>
          </xsl:for-each-group>
        </xsl:variable>
        <xsl:variable name="options" as="map(xs:string, item())*">
          <xsl:perform-sort select="$counted">
            <xsl:sort select="if ($name eq 'year') then ?value else ''"/>
            <xsl:sort select="-?count"/>
            <xsl:sort select="?label"/>
          </xsl:perform-sort>
        </xsl:variable>
        <xsl:sequence select="d:options($name, $options[position() le 8])"/>
        <xsl:if test="count($options) gt 8">
          <details><summary><xsl:value-of select="d:t('more', count($options) - 8)"/></summary><xsl:sequence select="d:options($name, $options[position() gt 8])"/></details>
        </xsl:if>
      </fieldset>
    </xsl:if>
  </xsl:function>

  <xsl:function name="d:options" as="element()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="options" as="map(xs:string, item())*"/>
    <xsl:for-each select="$options">
      <label>
        <input type="checkbox" name="{$name}" value="{?value}"/>
        <span><xsl:value-of select="?label"/></span>
        <xsl:text> </xsl:text>
        <small><xsl:value-of select="?count"/></small>
      </label>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
