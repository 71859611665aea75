<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates as TEI's attributes give them: what is sorted, how precise it is, how it is written out. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xmlns:d="urn:dragoman:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The words of the language in which dates are written, the object of one of web/languages/*.json; without one, English. -->
  <xsl:param name="language" as="map(*)" select="map {}"/>

  <xsl:variable name="d:months" as="xs:string+" select="if (exists($language?months)) then array:flatten($language?months)
      else ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December')"/>
  <!-- As they are called without a day, where that is another form. -->
  <xsl:variable name="d:months-alone" as="xs:string+" select="if (exists($language?months-alone)) then array:flatten($language?months-alone) else $d:months"/>
  <!-- How day, month and year are set: [d] [m] [y]. -->
  <xsl:variable name="d:day-format" as="xs:string" select="($language?day-format, '[d] [m] [y]')[1]"/>
  <xsl:variable name="d:month-format" as="xs:string" select="($language?month-format, '[m] [y]')[1]"/>

  <!-- “d”, “ ”, “m”, “ ”, “y”: every transformation that writes a date makes them once, and most write few. -->
  <xsl:variable name="d:day-pieces" as="xs:string+" select="tokenize($d:day-format, '[\[\]]')[. ne '']"/>

  <!-- Whether a value says a day, month or year of our era that exists; others are for `dragoman check` to name. -->
  <xsl:function name="d:is-date" as="xs:boolean">
    <xsl:param name="value" as="xs:string"/>
    <!-- (Begins with a figure in place of a pattern: what is castable has four of them then.) -->
    <xsl:sequence select="translate(substring($value, 1, 4), '0123456789', '0000000000') eq '0000' and (
        if (contains($value, 'T')) then $value castable as xs:dateTime
          or (matches($value, 'T\d\d:\d\d(Z|[+-]\d\d:\d\d)?$') and substring-before($value, 'T') castable as xs:date)
        else if (string-length($value) eq 10) then $value castable as xs:date or $value castable as xs:gYear
        else $value castable as xs:gYear or $value castable as xs:gYearMonth or $value castable as xs:date)"/>
  </xsl:function>

  <!-- The first moment that the date may mean, as written: YYYY, YYYY-MM, YYYY-MM-DD, with a time or without; '' where there is none. -->
  <xsl:function name="d:date-from" as="xs:string">
    <xsl:param name="date" as="element()?"/>
    <xsl:sequence select="string(($date/@when, $date/@from, $date/@notBefore, $date/@to, $date/@notAfter)[d:is-date(.)][1])"/>
  </xsl:function>

  <xsl:function name="d:date-to" as="xs:string">
    <xsl:param name="date" as="element()?"/>
    <xsl:sequence select="string(($date/@when, $date/@to, $date/@notAfter, $date/@from, $date/@notBefore)[d:is-date(.)][1])"/>
  </xsl:function>

  <!-- day | month | year | none; of a range, that of its beginning. -->
  <xsl:function name="d:precision" as="xs:string">
    <xsl:param name="iso" as="xs:string"/>
    <!-- Patterns would take a dozen times as long, and a page has many dates. -->
    <xsl:variable name="shape" select="translate(substring($iso, 1, 10), '123456789', '000000000')"/>
    <xsl:sequence select="if ($shape eq '0000-00-00') then 'day' else if ($shape eq '0000-00') then 'month' else if ($shape eq '0000') then 'year' else 'none'"/>
  </xsl:function>

  <!-- “20 April 1978”, “April 1978”, “1978”; '' for what is no date. A time is not written. -->
  <xsl:function name="d:written-date" as="xs:string">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:variable name="precision" select="d:precision($iso)"/>
    <!-- The precision says that there are figures at these places. -->
    <xsl:variable name="year" as="xs:string" select="d:unpadded(substring($iso, 1, 4))"/>
    <xsl:variable name="month" as="xs:integer" select="if ($precision = ('day', 'month')) then xs:integer(substring($iso, 6, 2)) else 0"/>
    <xsl:choose>
      <xsl:when test="$precision eq 'none'">
        <xsl:sequence select="''"/>
      </xsl:when>
      <xsl:when test="$precision eq 'year' or $month lt 1 or $month gt 12">
        <xsl:sequence select="$year"/>
      </xsl:when>
      <xsl:when test="$precision eq 'month'">
        <xsl:sequence select="d:set($d:month-format, '[m]', $d:months-alone[$month]) => d:set('[y]', $year)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="string-join($d:day-pieces ! (if (. eq 'd') then d:unpadded(substring($iso, 9, 2)) else if (. eq 'm') then $d:months[$month] else if (. eq 'y') then $year else .))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A format with a thing where it has a place for it. -->
  <xsl:function name="d:set" as="xs:string">
    <xsl:param name="format" as="xs:string"/>
    <xsl:param name="place" as="xs:string"/>
    <xsl:param name="thing" as="xs:string"/>
    <xsl:sequence select="substring-before($format, $place) || $thing || substring-after($format, $place)"/>
  </xsl:function>

  <!-- Figures without zeros before them: “08” is “8”. -->
  <xsl:function name="d:unpadded" as="xs:string">
    <xsl:param name="figures" as="xs:string?"/>
    <xsl:sequence select="if (starts-with($figures, '0')) then d:unpadded(substring($figures, 2)) else string($figures)"/>
  </xsl:function>

  <!-- A range says only once what its two ends share: “1–3 June 1982”, “June–September 1982”. -->
  <xsl:function name="d:written-range" as="xs:string">
    <xsl:param name="from" as="xs:string"/>
    <xsl:param name="to" as="xs:string"/>
    <xsl:variable name="written-first" select="d:written-date($from)"/>
    <xsl:choose>
      <xsl:when test="$to eq $from"><xsl:sequence select="$written-first"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="written-last" select="d:written-date($to)"/>
        <xsl:variable name="first" select="tokenize($written-first)"/>
        <xsl:variable name="last" select="tokenize($written-last)"/>
        <xsl:sequence select="if ($written-first eq $written-last or $written-last eq '') then $written-first
            else if (count($first) eq count($last) and count($first) ge 2 and deep-equal(tail($first), tail($last)))
              then $first[1] || '–' || $written-last
            else if (count($first) eq count($last) and count($first) eq 3 and $first[3] eq $last[3])
              then string-join($first[position() lt 3], ' ') || ' – ' || $written-last
            else if (count($first) eq 1) then $written-first || '–' || $written-last
            else $written-first || ' – ' || $written-last"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- “13:17 UTC”, “10:00”, “10:00 (UTC+8)”; '' where the date has no time. -->
  <xsl:function name="d:written-time" as="xs:string">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:variable name="time" select="substring-after($iso, 'T')"/>
    <xsl:variable name="zone" select="replace($time, '^[\d:.]+', '')"/>
    <xsl:variable name="offset" select="replace($zone, '^([+\-])0?(\d+):?(\d\d)$', '$1$2:$3') => replace(':00$', '')"/>
    <xsl:sequence select="if ($time eq '') then '' else substring($time, 1, 5)
        || (if ($zone eq '') then '' else if ($zone = ('Z', '+00:00', '-00:00')) then ' UTC' else ' (UTC' || $offset || ')')"/>
  </xsl:function>

  <!-- The date of a document, to stand beside its title: a title that says day and year, in whatever form, needs them no
       second time. -->
  <xsl:function name="d:date-beside" as="xs:string?">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="date" as="xs:string"/>
    <xsl:variable name="written" as="xs:string" select="d:written-date($date)"/>
    <xsl:variable name="year" as="xs:string" select="d:unpadded(substring($date, 1, 4))"/>
    <!-- The month a title may have as a word, or in another language. -->
    <xsl:sequence select="if ($written eq '' or contains($title, $year) and (contains($title, $written) or d:says($title, $date))) then () else $written"/>
  </xsl:function>

  <!-- Whether a title has year and day of a date among its numbers. -->
  <xsl:function name="d:says" as="xs:boolean">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="date" as="xs:string"/>
    <xsl:variable name="figures" as="xs:string*" select="tokenize($title, '\D+')"/>
    <xsl:sequence select="d:unpadded(substring($date, 1, 4)) = $figures and (d:precision($date) ne 'day' or d:unpadded(substring($date, 9, 2)) = $figures)"/>
  </xsl:function>

  <!-- When somebody lived or something existed: “1911–1990”, “born 1911”, “until 1954”.
       dates   of an entry of a register: from and to are years, or absent; its text says it in English -->
  <xsl:function name="d:life" as="xs:string">
    <xsl:param name="dates" as="element()"/>
    <xsl:variable name="of-person" select="starts-with($dates/../@ref, 'person:')"/>
    <xsl:variable name="phrase" as="xs:string?" select="if ($dates/@from) then $language(if ($of-person) then 'born' else 'since')
        else $language(if ($of-person) then 'died' else 'until')"/>
    <xsl:sequence select="if ($dates/@from and $dates/@to) then $dates/@from || '–' || $dates/@to
        else if ($phrase and $dates/(@from, @to)) then replace($phrase, '\{\}', ($dates/@from, $dates/@to)[1])
        else string($dates)"/>
  </xsl:function>

</xsl:stylesheet>
