<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands within a line: text, names, the editors' and the translator's voice, notes, the pages of the source. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:d="urn:dragoman:functions"
    xmlns:print="urn:dragoman:print"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Elements whose white space means nothing: dragoman.tei.views, CONTAINERS and the alternatives. -->
  <xsl:variable name="print:containers" as="xs:string+" select="tokenize('TEI text group front body back floatingText div list
      table row listBibl sp spGrp lg noteGrp epigraph postscript argument titlePage choice subst app substJoin figure')"/>

  <!-- White space collapses to a blank; between two halves of a word it vanishes. -->
  <xsl:template match="text()" mode="print:node">
    <xsl:variable name="text" select="replace(., '[ \t\r\n]+', ' ')"/>
    <xsl:variable name="is-blank" select="$text = (' ', '')"/>
    <xsl:if test="not($is-blank and local-name(..) = $print:containers)">
      <xsl:variable name="opened" select="if (starts-with($text, ' ') and print:is-joined-before(.)) then substring($text, 2) else $text"/>
      <xsl:sequence select="if (ends-with($opened, ' ') and print:is-joined-after(.))
          then substring($opened, 1, string-length($opened) - 1) else $opened"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="print:is-joined-before" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="neighbour" select="$node/preceding-sibling::node()[not(print:is-skipped(.))][1]"/>
    <xsl:sequence select="exists($neighbour/self::*[@break = 'no'])"/>
  </xsl:function>

  <xsl:function name="print:is-joined-after" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="neighbour" select="$node/following-sibling::node()[not(print:is-skipped(.))][1]"/>
    <xsl:sequence select="exists($neighbour/self::*[@break = 'no'])"/>
  </xsl:function>

  <xsl:function name="print:is-skipped" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::fw | self::milestone | self::comment() | self::processing-instruction()
        | self::lb[not(@break = 'no')] | self::text()[not(normalize-space())]])"/>
  </xsl:function>

  <!-- Who signs and as what: a line each, as in the source. -->
  <xsl:template match="signed//lb[not(@break = 'no')]" mode="print:node" priority="1">
    <xsl:sequence select="map { 't': 'line-end' }"/>
  </xsl:template>

  <xsl:template match="lb | cb | gb" mode="print:node">
    <xsl:if test="not(@break = 'no' or print:is-joined-before(.) or print:is-joined-after(.))"><xsl:sequence select="' '"/></xsl:if>
  </xsl:template>

  <!-- The number of a page of the source, for the margin. Of several marks at one place the last counts: the others are empty pages. -->
  <xsl:template match="pb" mode="print:node">
    <xsl:sequence select="if (@break = 'no') then () else ' '"/>
    <xsl:if test="@n"><xsl:sequence select="map { 't': 'pb', 'n': string(@n), 'within': not(local-name(..) = $print:containers) }"/></xsl:if>
  </xsl:template>

  <xsl:template match="g" mode="print:node">
    <xsl:sequence select="string(.)[. ne '']"/>
  </xsl:template>

  <xsl:template match="hi | emph" mode="print:node">
    <xsl:sequence select="print:node('hi', ., map { 'rend': string-join(tokenize(@rend)[not(map:contains($d:delimiters, .))], ' ') })"/>
  </xsl:template>

  <xsl:template match="foreign | term | mentioned" mode="print:node">
    <xsl:sequence select="print:node('foreign', .)"/>
  </xsl:template>

  <!-- Titles are distinguished only where they stand in running text; an entry of a list is set by lists.xsl. -->
  <xsl:template match="title" mode="print:node">
    <xsl:sequence select="print:node(if (@level = ('a', 'u')) then 'span' else 'title', .)"/>
  </xsl:template>

  <xsl:template match="persName | placeName | orgName | rs" mode="print:node">
    <xsl:variable name="number" select="@mention-number"/>
    <xsl:sequence select="print:node('name', ., map:merge((
        $number ! map { 'mention': print:anchor(current(), 'm' || .) },
        (ancestor::note[d:note-series(.) ne 'inline'])[last()] ! map { 'in_note': d:note-label(.) })))"/>
  </xsl:template>

  <!-- In line and not set apart. -->
  <xsl:template match="abbr | expan | ex | am | add | corr | reg | orig | sic | lem | rdg | seg | s | w | c | pc | num | date | time
      | measure | measureGrp | unit | name | roleName | forename | surname | nameLink | settlement | country | region | street
      | address | affiliation | soCalled | gloss | idno | offset | unclear | restore | retrace | metamark | formula | author | editor
      | publisher | pubPlace | biblScope | quote | q | said | cit | bibl | label | resp | respStmt | series | monogr | birth | death
      | stamp | desc | rdgGrp | space | role | roleDesc | actor" mode="print:node">
    <xsl:sequence select="print:node('span', .)"/>
  </xsl:template>

  <xsl:template match="stage" mode="print:node">
    <xsl:sequence select="print:node('hi', .)"/>
  </xsl:template>

  <!-- The editors' reading stands; what the source has is on the web and in the TEI file. -->
  <xsl:template match="choice" mode="print:node">
    <xsl:sequence select="print:nodes((*[self::corr | self::reg | self::expan], *)[1])"/>
  </xsl:template>

  <xsl:template match="subst" mode="print:node">
    <xsl:sequence select="print:nodes(* except del)"/>
  </xsl:template>

  <xsl:template match="app" mode="print:node">
    <xsl:sequence select="print:nodes(((lem, rdg, rdgGrp//rdg)[1], note))"/>
  </xsl:template>

  <xsl:template match="del" mode="print:node">
    <xsl:sequence select="print:node('del', .)"/>
  </xsl:template>

  <xsl:template match="pc[@force = 'weak']" mode="print:node" priority="1"/>

  <!-- Where the source has no bracket of its own, square brackets show that these are not its words. -->
  <xsl:template match="supplied" mode="print:node">
    <xsl:variable name="bare" as="xs:boolean" select="d:opening(.) eq '' and not(parent::head)"/>
    <xsl:sequence select="map:put(print:node('supplied', .), 'c',
        array { if ($bare) then '[' else (), print:content(.)?*, if ($bare) then ']' else () })"/>
  </xsl:template>

  <xsl:template match="gap" mode="print:node">
    <xsl:variable name="content" as="array(*)" select="print:content(.)"/>
    <xsl:variable name="bare" as="xs:boolean" select="d:opening(.) eq ''"/>
    <xsl:sequence select="map { 't': 'gap', 'c': array {
        if ($bare) then '[' else (),
        if (normalize-space()) then $content?*
        else if ($bare) then '…' else (d:opening(.), '…', d:closing(.)),
        if ($bare) then ']' else () } }"/>
  </xsl:template>

  <xsl:template match="ref | ptr" mode="print:node">
    <xsl:variable name="target" select="string(tokenize(@target)[1])"/>
    <xsl:variable name="note" as="element(note)?" select="if (starts-with($target, '#'))
        then (root(.)//note[@xml:id = substring($target, 2)][d:note-series(.) ne 'inline'])[1] else ()"/>
    <xsl:sequence select="
        if ($note and @type = 'note') then print:called-note($note, print:content(.))
        else print:node('ref', ., map { 'to': print:target(., $target) })"/>
  </xsl:template>

  <!-- “ID.xml#p1” and “#p1” are places of this book; anything else is an address. -->
  <xsl:function name="print:target" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="target" as="xs:string"/>
    <xsl:sequence select="
        if (starts-with($target, '#')) then print:anchor($node, substring($target, 2))
        else if (matches($target, '^[^/:]+\.xml(#.*)?$')) then replace($target, '\.xml(#|$)', '#')
        else $target"/>
  </xsl:function>

  <!-- Notes in line: each class of the translator's brackets has a type of its own. -->
  <xsl:template match="note[d:note-series(.) eq 'inline']" mode="print:node">
    <xsl:sequence select="print:node('voice', ., map { 'kind': string((@subtype[current()/@type = 'translator'], @type)[1]) })"/>
  </xsl:template>

  <!-- Notes at the foot. One that a reference in the text points to is set there, not where the transcript lists it. -->
  <xsl:template match="note[d:note-series(.) ne 'inline']" mode="print:node">
    <xsl:if test="not(print:is-called(.))"><xsl:sequence select="print:called-note(., [])"/></xsl:if>
  </xsl:template>

  <xsl:function name="print:is-called" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="exists($note/@xml:id) and '#' || $note/@xml:id = print:note-references(root($note))"/>
  </xsl:function>

  <xsl:function name="print:note-references" as="xs:string*" cache="yes">
    <xsl:param name="root" as="document-node()"/>
    <xsl:sequence select="$root//text//ref[@type = 'note']/tokenize(@target)[1]"/>
  </xsl:function>

  <xsl:function name="print:called-note" as="map(*)">
    <xsl:param name="note" as="element(note)"/>
    <xsl:param name="printed" as="array(*)"/>
    <xsl:sequence select="map {
        't': 'note',
        'series': d:note-series($note),
        'label': d:note-label($note),
        'id': print:anchor($note, d:note-id($note)),
        'lang': string($note/@xml:lang),
        'c': array { print:note-content($note) } }"/>
  </xsl:function>

  <!-- The label runs into the first paragraph. -->
  <xsl:function name="print:note-content" as="item()*">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="first" as="element()?" select="$note/*[1][self::p][not(preceding-sibling::text()[normalize-space()])]"/>
    <xsl:sequence select="print:content($first)?*, print:children($note, ($first, d:label-in($note)))"/>
  </xsl:function>

  <!-- The block of notes at the end: what is called from the text is at the foot of its page, and where
       nothing is left the heading has nothing to stand over. -->
  <xsl:template match="div[@type = 'notes'] | noteGrp" mode="print:node" priority="1">
    <xsl:variable name="left" as="element()*" select="note[d:note-series(.) ne 'inline'][not(print:is-called(.))]"/>
    <xsl:variable name="others" as="element()*" select="* except note[d:note-series(.) ne 'inline']"/>
    <xsl:sequence select="if (exists($left)) then map { 't': 'section', 'kind': 'notes', 'c': array {
        print:nodes($others), $left ! map { 't': 'endnote', 'label': d:note-label(.),
            'id': print:anchor(., d:note-id(.)), 'c': array { print:note-content(.) } } } }
        else print:nodes($others except head)"/>
  </xsl:template>
</xsl:stylesheet>
