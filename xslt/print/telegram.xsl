<?xml version="1.0" encoding="UTF-8"?>
<!-- The header of a telegram as rows of a table, in the order of the transcript. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:d="urn:dragoman:functions"
    xmlns:print="urn:dragoman:print"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The words with which a line announces itself; they become the row's label, letter for letter. -->
  <xsl:variable name="print:keys" as="xs:string"
      select="'^\s*(FM|TO|INFO|ACTION|ORIGIN|DRAFTED BY|APPROVED BY|PASS|SUBJECT\s*:|SUBJ\s*:|TAGS\s*:|TAGS|REFS?\s*:|REF\([A-Z]\)\s*:|E\.?\s?O\.?\s*\d*\s*:)(\s|$)'"/>

  <xsl:template match="div[@subtype = 'telegram']/opener" mode="print:node" priority="1">
    <xsl:sequence select="map { 't': 'message-header', 'rows': array { print:rows(.) } }"/>
  </xsl:template>

  <!-- Text between the typed lines is a row without a label. -->
  <xsl:function name="print:rows" as="map(*)*">
    <xsl:param name="opener" as="element(opener)"/>
    <xsl:for-each-group select="$opener/node()" group-adjacent="
        if (self::seg | self::dateline) then generate-id() else 'between'">
      <xsl:variable name="line" as="element()?" select="current-group()[self::seg | self::dateline]"/>
      <xsl:variable name="nodes" as="item()*" select="if ($line) then () else print:nodes(current-group())"/>
      <xsl:sequence select="
          if ($line) then print:row($line)
          else if (some $node in $nodes satisfies not($node instance of xs:string and normalize-space($node) eq ''))
          then map { 'kind': 'other', 'key': '', 'c': array { $nodes }, 'addressees': [] } else ()"/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="print:row" as="map(*)">
    <xsl:param name="line" as="element()"/>
    <xsl:variable name="first" as="text()?" select="$line/node()[1][self::text()]"/>
    <xsl:variable name="key" as="xs:string" select="
        if ($first and matches($first, $print:keys)) then replace(substring($first, 1, 40), $print:keys || '.*$', '$1', 's') else ''"/>
    <xsl:variable name="rest" as="item()*" select="
        if ($key eq '') then print:children($line)
        else (replace(substring-after($first, $key), '\s+', ' '), print:children($line, $first))"/>
    <xsl:variable name="names" as="element()*" select="$line[@type = ('info', 'to')]/orgName"/>
    <xsl:sequence select="map {
        'kind': string(($line/@type, local-name($line))[1]),
        'key': normalize-space($key),
        'c': array { $rest },
        'addressees': if (count($names) gt 3) then array { print:addressees($line, $first, $key) } else [] }"/>
  </xsl:function>

  <!-- A long list of addressees, one array of nodes for each; words between two names go with the name before. -->
  <xsl:function name="print:addressees" as="array(*)*">
    <xsl:param name="line" as="element()"/>
    <xsl:param name="first" as="text()?"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:for-each-group select="$line/node() except $first[normalize-space(.) eq normalize-space($key)]" group-starting-with="orgName">
      <xsl:variable name="nodes" as="item()*" select="current-group() ! (if (. is $first)
          then replace(substring-after(., $key), '\s+', ' ') else print:nodes(.))"/>
      <!-- What ends a line of the transcript ends no name. -->
      <xsl:variable name="last" as="xs:integer?" select="
          (for $i in 1 to count($nodes) return if ($nodes[$i] instance of xs:string and normalize-space($nodes[$i]) eq '') then () else $i)[last()]"/>
      <xsl:if test="exists($last)"><xsl:sequence select="array { $nodes[position() le $last] }"/></xsl:if>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The release data at the end: labels and values. -->
  <xsl:template match="div[@type = 'messageAttributes']" mode="print:node" priority="1">
    <xsl:sequence select="print:node('attributes', .)"/>
  </xsl:template>

  <xsl:template match="p/label" mode="print:node" priority="1">
    <xsl:sequence select="print:node('number', .)"/>
  </xsl:template>
</xsl:stylesheet>
