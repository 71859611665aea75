<?xml version="1.0" encoding="UTF-8"?>
<!-- What every stylesheet asks of a TEI document: its language, its delimiters, its classes of note, what a pointer points to. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:d="urn:dragoman:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- docs/encoding.md, “Reading back the transcript”, rule 1; the two halves of each pair. -->
  <xsl:variable name="d:delimiters" static="yes" as="map(xs:string, array(xs:string))" select="map {
      'brackets': ['[', ']'], 'parentheses': ['(', ')'], 'braces': ['{', '}'], 'angle-brackets': ['&lt;', '&gt;'],
      'fullwidth-brackets': ['［', '］'],
      'fullwidth-parentheses': ['（', '）'], 'lenticular-brackets': ['【', '】'], 'tortoise-brackets': ['〔', '〕'],
      'slashes': ['/', '/'], 'asterisks': ['**', '**'], 'underscores': ['_', '_'],
      'bullet': ['•', ''], 'hyphen-bullet': ['-', ''], 'dash-bullet': ['–', ''], 'asterisk-bullet': ['*', ''],
      'middle-dot-bullet': ['·', ''] }"/>

  <xsl:function name="d:delimiter-names" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="tokenize($element/@rend)[map:contains($d:delimiters, .)]"/>
  </xsl:function>

  <!-- The characters printed before the content of an element: the outermost delimiter first.
       (Nearly always @rend is the name of one pair, and there is nothing to put together.) -->
  <xsl:function name="d:opening" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="pair" as="array(xs:string)?" select="$element/@rend ! $d:delimiters(.)"/>
    <xsl:sequence select="if (exists($pair)) then $pair(1)
        else if ($element/@rend) then string-join(d:delimiter-names($element) ! $d:delimiters(.)(1)) else ''"/>
  </xsl:function>

  <xsl:function name="d:closing" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="pair" as="array(xs:string)?" select="$element/@rend ! $d:delimiters(.)"/>
    <xsl:sequence select="if (exists($pair)) then $pair(2)
        else if ($element/@rend) then string-join(reverse(d:delimiter-names($element)) ! $d:delimiters(.)(2)) else ''"/>
  </xsl:function>

  <!-- The file stem by which other files and pages know a document: its xml:id, without the mark that an id needs
       before a leading digit (1978MOSCOW08357.xml has the xml:id _1978MOSCOW08357). -->
  <xsl:function name="d:document-id" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="replace(root($node)/descendant-or-self::TEI[1]/@xml:id, '^_([0-9])', '$1')"/>
  </xsl:function>

  <!-- The elements that carry a mention. Their numbers are given before a stylesheet sees them (render/mentions.py). -->
  <xsl:function name="d:mentions" as="element()*">
    <xsl:param name="root" as="document-node()"/>
    <xsl:sequence select="$root//text/descendant::*[@ref][self::persName or self::placeName or self::orgName or self::rs]"/>
  </xsl:function>

  <!-- What the category of one of the header's taxonomies is called; a catRef may hold several targets. -->
  <xsl:function name="d:category" as="xs:string?">
    <xsl:param name="header" as="element()?"/>
    <xsl:param name="scheme" as="xs:string"/>
    <xsl:variable name="references" select="$header//textClass/catRef[@scheme = $scheme]/tokenize(@target)"/>
    <xsl:variable name="names" select="$references ! (let $id := substring-after(., '#')
        return ($header//category[@xml:id = $id]/normalize-space(catDesc[1]), $id)[. ne ''][1])"/>
    <xsl:sequence select="if (exists($names)) then string-join($names, ', ') else ()"/>
  </xsl:function>

</xsl:stylesheet>
