<?xml version="1.0" encoding="UTF-8"?>
<!-- The note under a document's heading: where the source lies, what it is classified as, who translated it. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:d="urn:dragoman:functions"
    xmlns:print="urn:dragoman:print"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Of the identifiers those by which the source is asked for: the release's own keys are in the attributes.
       Sentences, as strings and nodes: { "key": a word of words.typ, "c": what it says }. -->
  <xsl:function name="print:source-note" as="map(*)*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:param name="summary" as="element()"/>
    <xsl:variable name="header" as="element()?" select="$document/teiHeader"/>
    <xsl:variable name="where" as="element()?" select="($header//sourceDesc/(msDesc/msIdentifier
        | bibl[not(@type = 'transcript')]))[1]"/>
    <xsl:variable name="kept" as="xs:string" select="
        if ($where/self::msIdentifier)
        then string-join($where/(institution, repository, collection, idno[1], altIdentifier[@type = 'film-number']/idno) ! d:reading(.)[. ne ''], ', ')
        else d:reading($where)"/>
    <xsl:variable name="language" as="xs:string" select="string($summary/@original-language)"/>
    <xsl:variable name="translator" as="xs:string" select="string($summary/@translator)"/>
    <xsl:sequence select="(
        (: A citation that only repeats the heading says nothing. :)
        if (print:is-same($kept, string($summary/@title))) then () else print:sentence('source', $kept),
        print:sentence('classification', string($summary/@classification)),
        if ($language ne '' and $language ne string($summary/@language))
          then print:sentence('original-language', print:language-name($language)) else (),
        print:sentence('translator', $translator))"/>
  </xsl:function>

  <xsl:function name="print:is-same" as="xs:boolean">
    <xsl:param name="first" as="xs:string"/>
    <xsl:param name="second" as="xs:string"/>
    <xsl:sequence select="replace($first, '[\s\p{P}]+', '') eq replace($second, '[\s\p{P}]+', '')"/>
  </xsl:function>

  <xsl:function name="print:sentence" as="map(*)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="says" as="xs:string"/>
    <xsl:sequence select="if ($says eq '') then () else map { 'key': $key, 'c': [ replace($says, '[.\s]+$', '') ] }"/>
  </xsl:function>

  <!-- The edition's own name for a language; without one, its tag, which words.typ may know. -->
  <xsl:function name="print:language-name" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:variable name="named" as="element()*" select="$edition//langUsage/language[normalize-space()]"/>
    <xsl:sequence select="(($named[@ident = $tag], $named[starts-with(@ident, $tag || '-')]) ! normalize-space(replace(., ',.*$', '')),
        $tag)[1]"/>
  </xsl:function>
</xsl:stylesheet>
