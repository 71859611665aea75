<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: which stay in line in their brackets, which are called from the text, and by what label.
     Web and print include this module, so that a note has the same label in both. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:d="urn:dragoman:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The series a note belongs to:
       inline      it stays where it stands (the translator's bracket classes, physical, transmission, unclassified, abstract);
                   so does a note outside the text, of a person in standOff or on a picture: nothing calls it;
                   a note in the block at the end (div[@type="notes"]) stands in no line and is one of the others
       translator  a comment of the translator: a, b, …
       author      a footnote of the source itself, or what an operator put into the middle of a sentence: *, †, …
       editor      everything else: 1, 2, … -->
  <xsl:function name="d:note-series" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="
        if (not($note/ancestor::text)) then 'inline'
        else if ($note/@type = 'translator') then
          (if ($note[@subtype = 'comment'][not(d:is-paragraph(.))] or d:is-in-block($note)) then 'translator' else 'inline')
        else if ($note[@type = 'transmission']/ancestor::p) then 'author'
        else if ($note/@type = ('physical', 'transmission', 'unclassified', 'abstract') and not(d:is-in-block($note))) then 'inline'
        else if ($note/@type = 'author') then 'author'
        else 'editor'"/>
  </xsl:function>

  <!-- True for a comment that is all its paragraph holds, “[The prime minister enters.]”: a label would call it from nowhere. -->
  <xsl:function name="d:is-paragraph" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="exists($note/parent::p[count(*) = 1][not(text()[normalize-space()])])"/>
  </xsl:function>

  <xsl:function name="d:is-in-block" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="exists($note/(.., parent::noteGrp/..)/self::div[@type = 'notes'])"/>
  </xsl:function>

  <!-- The notes of a text that are called by a label, in the order in which they are called.
       A note of the block at the end (back/div[@type="notes"]) is called by the ref that points to it. -->
  <xsl:function name="d:called-notes" as="element()*" cache="yes">
    <xsl:param name="root" as="document-node()"/>
    <xsl:sequence select="$root//text/descendant::note[d:note-series(.) ne 'inline']"/>
  </xsl:function>

  <xsl:function name="d:note-labels" as="map(xs:string, xs:string)" cache="yes">
    <xsl:param name="root" as="document-node()"/>
    <xsl:map>
      <xsl:for-each-group select="d:called-notes($root)" group-by="d:note-series(.)">
        <xsl:variable name="series" select="current-grouping-key()"/>
        <!-- The source's own numbers stand; only what has none is given a label. -->
        <xsl:for-each select="current-group()[not(d:printed-label(.))]">
          <xsl:map-entry key="generate-id()" select="d:series-label($series, position())"/>
        </xsl:for-each>
        <xsl:for-each select="current-group()[d:printed-label(.)]">
          <xsl:map-entry key="generate-id()" select="d:printed-label(.)"/>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <!-- The number that the transcript itself prints for a note: it is kept, as “[1]”. -->
  <xsl:function name="d:printed-label" as="xs:string?">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="if ($note/@n and d:note-series($note) = ('translator', 'author')) then '[' || $note/@n || ']' else ()"/>
  </xsl:function>

  <xsl:function name="d:series-label" as="xs:string">
    <xsl:param name="series" as="xs:string"/>
    <xsl:param name="position" as="xs:integer"/>
    <xsl:sequence select="
        if ($series eq 'translator') then d:letters($position)
        else if ($series eq 'author') then d:symbol($position)
        else string($position)"/>
  </xsl:function>

  <!-- a … z, aa, ab …: the letter of the n-th note. -->
  <xsl:function name="d:letters" as="xs:string">
    <xsl:param name="position" as="xs:integer"/>
    <xsl:number value="$position" format="a"/>
  </xsl:function>

  <!-- * † ‡ § ‖ ¶, then doubled. -->
  <xsl:function name="d:symbol" as="xs:string">
    <xsl:param name="position" as="xs:integer"/>
    <xsl:variable name="symbol" select="('*', '†', '‡', '§', '‖', '¶')[($position - 1) mod 6 + 1]"/>
    <xsl:sequence select="string-join((1 to ($position - 1) idiv 6 + 1) ! $symbol)"/>
  </xsl:function>

  <!-- The number that the transcript prints at the head of a note, where the list of notes shows it as the note's label. -->
  <xsl:function name="d:label-in" as="element(label)?">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="$note[d:printed-label(.)]/*[1][self::label][not(preceding-sibling::text()[normalize-space()])]
        [translate(normalize-space(.), '[]().', '') = $note/@n]"/>
  </xsl:function>

  <!-- The label by which a called note is known; '' for a note that stays in line. -->
  <xsl:function name="d:note-label" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="string(d:note-labels(root($note))(generate-id($note)))"/>
  </xsl:function>

  <!-- The id of a called note on a page: its own, or its series and its place in it, which do not change from build to build. -->
  <xsl:function name="d:note-id" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="d:note-ids(root($note))(generate-id($note))"/>
  </xsl:function>

  <xsl:function name="d:note-ids" as="map(xs:string, xs:string)" cache="yes">
    <xsl:param name="root" as="document-node()"/>
    <xsl:map>
      <xsl:for-each-group select="d:called-notes($root)" group-by="d:note-series(.)">
        <xsl:for-each select="current-group()">
          <xsl:map-entry key="generate-id()" select="string((@xml:id, 'note-' || current-grouping-key() || '-' || position())[1])"/>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

</xsl:stylesheet>
