<?xml version="1.0" encoding="UTF-8"?>
<!-- A document of the edition for the book.

     in   a TEI document; params edition: tei/edition.xml, for the names of languages; language: see dates.xsl
     out  map { 'document.json': …, '#report': a line for each element that no template knows }

     The JSON is a tree of nodes: a string is text, an object is { "t": its type, "c": [its content], … }.
     What the types are and how they are set is said in content.typ; nothing here speaks of type sizes. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:d="urn:dragoman:functions"
    xmlns:print="urn:dragoman:print"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:import href="../prepare/summary.xsl"/>
  <xsl:include href="../prepare/notes.xsl"/>
  <xsl:include href="report.xsl"/>
  <xsl:include href="nodes.xsl"/>
  <xsl:include href="inlines.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="telegram.xsl"/>
  <xsl:include href="source-note.xsl"/>

  <xsl:param name="edition" as="document-node()?" select="()"/>

  <xsl:template match="/" as="map(xs:string, xs:string)">
    <xsl:variable name="document" as="element(TEI)" select="(TEI, //TEI)[1]"/>
    <xsl:variable name="div" as="element(div)?" select="($document/text//div[@type = 'document'])[1]"/>
    <xsl:sequence select="map {
        'document.json': serialize(print:document($document, $div), map { 'method': 'json', 'indent': false() }),
        '#report': print:report($document) }"/>
  </xsl:template>

  <xsl:function name="print:document" as="map(*)">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:param name="div" as="element(div)?"/>
    <xsl:variable name="summary" as="element()">
      <xsl:apply-templates select="$document" mode="d:summary"/>
    </xsl:variable>
    <xsl:variable name="head" as="element(head)?" select="$div/head[1]"/>
    <xsl:sequence select="map {
        'id': d:document-id($document),
        'kind': string($summary/@kind),
        'title': string($summary/@title),
        'date': string($summary/@date),
        'date_text': string($summary/@date-text),
        'place': string($summary/@place),
        'lang': string($summary/@language),
        'banner': array { ($document//notesStmt/note[@type = 'banner'])[1] ! d:reading(.) },
        'source': array { print:source-note($document, $summary) },
        'original_language': string($summary/@original-language),
        'terms': array { $summary/term ! map { 'term': string(.), 'lang': string(@language) } },
        'head': print:content($head),
        'body': array {
            print:children($document/text/front),
            if ($div) then (print:children($div, $head), print:nodes($document/text/body/(* except $div)))
            else print:children($document/text/body),
            print:children($document/text/back) } }"/>
  </xsl:function>

  <!-- An original follows its translation under the name of its language, where it has no heading of its own. -->
  <xsl:template match="div[@type = 'original'][@xml:lang][not(head)]" mode="print:node" priority="1">
    <xsl:variable name="tag" as="xs:string" select="string(@xml:lang)"/>
    <xsl:variable name="name" as="xs:string" select="((root(.)//langUsage/language[@ident = $tag] ! normalize-space(.))[. ne ''],
        print:language-name($tag)[. ne $tag], $language?languages?(tokenize($tag, '-')[1]), $tag)[1]"/>
    <xsl:sequence select="print:node('section', ., map { 'kind': 'original', 'c': array {
        map { 't': 'head', 'depth': 1, 'c': [ $name ] }, print:content(.)?* } })"/>
  </xsl:template>
</xsl:stylesheet>
