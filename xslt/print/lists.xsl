<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists: of participants, of labels and values, of entries of a catalogue or of search results. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:d="urn:dragoman:functions"
    xmlns:print="urn:dragoman:print"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="list" mode="print:node">
    <xsl:sequence select="print:node('list', ., map { 'kind': (@type, @rend, 'plain')[1] ! string(.) })"/>
  </xsl:template>

  <xsl:template match="item" mode="print:node">
    <xsl:sequence select="print:node('item', .)"/>
  </xsl:template>

  <!-- Labels and their items: pairs, so that a table can be made of them. -->
  <xsl:template match="list[label]" mode="print:node">
    <xsl:sequence select="map {
        't': 'pairs',
        'kind': string(@type),
        'is_dense': exists(ancestor::div[@type = 'messageAttributes']) or @type = 'front-matter',
        'head': array { print:children(head[1]) },
        'pairs': array {
          for-each(label, function ($label) {
            let $item := $label/following-sibling::*[1][self::item]
            return map { 'label': print:content($label), 'c': print:content($item),
                'id': ($item/@xml:id ! print:anchor(., .), '')[1] } }) },
        'c': array { print:nodes(* except (head[1], label, item[preceding-sibling::*[1][self::label]])) } }"/>
  </xsl:template>

  <xsl:template match="listBibl | list[@type = 'results']" mode="print:node" priority="1">
    <xsl:sequence select="map {
        't': 'entries',
        'c': array { head[1] ! map { 't': 'head', 'depth': print:depth(.), 'c': print:content(.) }, print:nodes(* except head[1]) } }"/>
  </xsl:template>

  <!-- The parts of an entry in the order of the transcript; between them only white space or the transcript's own words. -->
  <xsl:template match="listBibl/bibl | list[@type = 'results']/item" mode="print:node" priority="1">
    <xsl:variable name="bibl" as="element()" select="(self::bibl, bibl, .)[1]"/>
    <xsl:variable name="date" as="element()?" select="$bibl/*[1][self::date]"/>
    <xsl:sequence select="map:merge((
        map {
          't': 'entry',
          'date': array { $date ! print:content(.)?* },
          'c': array { print:children($bibl, $date), if ($bibl is .) then () else print:nodes(* except $bibl) } },
        (@xml:id, $bibl/@xml:id)[1] ! map { 'id': print:anchor(., .) }))"/>
  </xsl:template>

  <xsl:template match="listBibl/bibl/title | list[@type = 'results']/item/bibl/title" mode="print:node" priority="1">
    <xsl:variable name="target" select="string((@ref, ../ref/@target)[1])"/>
    <xsl:sequence select="print:node('entry-title', ., map { 'to': if ($target eq '') then '' else print:target(., $target) })"/>
  </xsl:template>

  <xsl:template match="note[@type = 'abstract']" mode="print:node" priority="1">
    <xsl:sequence select="print:node('abstract', .)"/>
  </xsl:template>
</xsl:stylesheet>
