<?xml version="1.0" encoding="UTF-8"?>
<!-- From elements to nodes: what makes blocks. Inlines are in inlines.xsl. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:d="urn:dragoman:functions"
    xmlns:print="urn:dragoman:print"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Every template of this mode returns nodes: strings and maps. -->
  <xsl:mode name="print:node" on-no-match="fail"/>

  <xsl:function name="print:nodes" as="item()*">
    <xsl:param name="elements" as="node()*"/>
    <xsl:apply-templates select="$elements" mode="print:node"/>
  </xsl:function>

  <xsl:function name="print:children" as="item()*">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="print:children($element, ())"/>
  </xsl:function>

  <xsl:function name="print:children" as="item()*">
    <xsl:param name="element" as="element()?"/>
    <xsl:param name="without" as="node()*"/>
    <xsl:sequence select="print:nodes($element/node() except $without)"/>
  </xsl:function>

  <!-- The content of an element between its delimiters. -->
  <xsl:function name="print:content" as="array(*)">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="print:content($element, ())"/>
  </xsl:function>

  <xsl:function name="print:content" as="array(*)">
    <xsl:param name="element" as="element()?"/>
    <xsl:param name="without" as="node()*"/>
    <xsl:variable name="nodes" as="item()*" select="
        if (empty($element)) then ()
        else (d:opening($element), print:children($element, $without), d:closing($element))"/>
    <xsl:sequence select="array { $nodes[not(. instance of xs:string and . eq '')] }"/>
  </xsl:function>

  <!-- A node with its content and, where the element can be cited, its anchor. -->
  <xsl:function name="print:node" as="map(*)">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="print:node($type, $element, map { })"/>
  </xsl:function>

  <xsl:function name="print:node" as="map(*)">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="element" as="element()"/>
    <xsl:param name="more" as="map(*)"/>
    <xsl:variable name="id" as="map(*)?" select="$element/@xml:id ! map { 'id': print:anchor($element, .) }"/>
    <xsl:variable name="language" as="map(*)?"
        select="$element/@xml:lang[not($element/self::TEI)] ! map { 'lang': string(.) }"/>
    <xsl:sequence select="map:merge((map { 't': $type, 'c': print:content($element) }, $id, $language, $more),
        map { 'duplicates': 'use-last' })"/>
  </xsl:function>

  <!-- The name of a place in the book: the document, and the id in it. -->
  <xsl:function name="print:anchor" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="d:document-id($node) || '#' || $id"/>
  </xsl:function>

  <xsl:template match="comment() | processing-instruction()" mode="print:node"/>

  <!-- An element that no template knows: its text stands, its place is in the report. -->
  <xsl:template match="*" mode="print:node" priority="-1">
    <xsl:sequence select="print:content(.)?*"/>
  </xsl:template>

  <xsl:template match="p | ab | l | salute | trailer | byline | epigraph[not(*)] | argument[not(*)] | imprimatur | docTitle
      | titlePart | docAuthor | docDate | addrLine | caption | castItem | u | listApp/app" mode="print:node">
    <xsl:sequence select="print:node('p', .)"/>
  </xsl:template>

  <xsl:template match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7 | castList | castGroup | listApp | floatingText | body | group | text | titlePage | postscript | lg | epigraph[*] | argument[*] | front | back"
      mode="print:node">
    <xsl:sequence select="print:node('section', ., map { 'kind': string((@type, local-name())[1]) })"/>
  </xsl:template>

  <!-- Headings go down by one level at a time, whatever divisions without a head lie between. -->
  <xsl:template match="head" mode="print:node">
    <xsl:sequence select="print:node('head', ., map { 'depth': print:depth(.) })"/>
  </xsl:template>

  <xsl:function name="print:depth" as="xs:integer">
    <xsl:param name="head" as="element(head)"/>
    <xsl:sequence select="1 + count($head/ancestor::*[head][not(@type = 'document')] except $head/..)"/>
  </xsl:function>

  <!-- What stands over a list or a picture is no heading of the text. -->
  <xsl:template match="list/head | figure/head | lg/head" mode="print:node">
    <xsl:sequence select="print:node('list-head', .)"/>
  </xsl:template>

  <!-- The document's own line of text whose place the page's header has taken. -->
  <xsl:template match="milestone | index | certainty | respons | precision | surplus | fw | relatedItem" mode="print:node"/>

  <xsl:template match="opener" mode="print:node">
    <xsl:sequence select="print:node('opener', .)"/>
  </xsl:template>

  <xsl:template match="dateline" mode="print:node">
    <xsl:sequence select="print:node('dateline', .)"/>
  </xsl:template>

  <!-- In an opener or closer every seg is a line of its own; anywhere else it is a stretch of text. -->
  <xsl:template match="opener/seg | closer/seg" mode="print:node" priority="1">
    <xsl:sequence select="print:node('line', ., map { 'kind': string(@type) })"/>
  </xsl:template>

  <xsl:template match="closer" mode="print:node">
    <xsl:sequence select="print:node('closer', .)"/>
  </xsl:template>

  <xsl:template match="signed" mode="print:node">
    <xsl:sequence select="print:node('signed', .)"/>
  </xsl:template>

  <!-- A turn: the speaker runs into the first paragraph. -->
  <xsl:template match="sp | said[p]" mode="print:node">
    <xsl:variable name="first" as="element()?" select="(p | ab)[1]"/>
    <xsl:variable name="speaker" as="map(*)*" select="speaker ! print:node('speaker', .)"/>
    <xsl:sequence select="if ($first)
        then (
          print:nodes($first/preceding-sibling::node()[not(self::speaker)]),
          map:merge((print:node('p', $first), map { 'speaker': array { $speaker }, 'turn': (@xml:id ! print:anchor(., .), '')[1] }),
              map { 'duplicates': 'use-last' }),
          print:nodes($first/following-sibling::node()[not(self::speaker)]))
        else print:node('p', .)"/>
  </xsl:template>

  <xsl:template match="speaker" mode="print:node">
    <xsl:sequence select="print:node('speaker', .)"/>
  </xsl:template>

  <xsl:template match="quote[p | ab | lg | list] | cit[quote/p] | q[p]" mode="print:node" priority="1">
    <xsl:sequence select="print:node('quote', .)"/>
  </xsl:template>

  <xsl:template match="table" mode="print:node">
    <xsl:sequence select="map {
        't': 'table',
        'id': (@xml:id ! print:anchor(., .), '')[1],
        'head': array { print:children(head[1]) },
        'columns': max((1, row ! sum(cell ! (@cols, 1)[1] ! xs:integer(.)))),
        'rows': array { row ! map {
            'label': @role = 'label',
            'cells': array { cell ! map { 'cols': xs:integer((@cols, 1)[1]), 'rows': xs:integer((@rows, 1)[1]),
                'label': @role = 'label', 'c': print:content(.) } } } },
        'c': array { print:nodes(* except (head[1], row)) } }"/>
  </xsl:template>

  <xsl:template match="row | cell" mode="print:node">
    <xsl:sequence select="print:node('p', .)"/>
  </xsl:template>

  <!-- A picture that lies elsewhere is not fetched: it is described. -->
  <xsl:function name="print:pictures" as="element()*">
    <xsl:param name="of" as="element()*"/>
    <xsl:sequence select="$of[self::graphic | self::media][not(matches(@url, '^\s*(https?|data):', 'i'))][not(matches(@mimeType, '^(audio|video)/'))]"/>
  </xsl:function>

  <!-- A figure of which the transcript has only the caption stays where the caption stands. -->
  <xsl:template match="figure" mode="print:node">
    <xsl:sequence select="print:node('caption', .)"/>
  </xsl:template>

  <xsl:template match="figure[exists(print:pictures(*))]" mode="print:node" priority="1">
    <xsl:variable name="pictures" select="print:pictures(*)"/>
    <xsl:sequence select="map {
        't': 'figure',
        'id': (@xml:id ! print:anchor(., .), '')[1],
        'url': string($pictures[1]/@url),
        'alt': (d:reading(figDesc)[. ne ''], d:reading(head)[. ne ''], string($pictures[1]/@url))[1],
        'c': array { print:children(., $pictures) } }"/>
  </xsl:template>

  <xsl:template match="figDesc | graphic/desc" mode="print:node">
    <xsl:sequence select="print:content(.)?*"/>
  </xsl:template>

  <xsl:template match="graphic | media" mode="print:node">
    <xsl:sequence select="if (empty(print:pictures(.))) then print:nodes(desc) else map { 't': 'figure', 'url': string(@url), 'alt': string((desc ! d:reading(.), @url)[1]), 'c': [] }"/>
  </xsl:template>
</xsl:stylesheet>
