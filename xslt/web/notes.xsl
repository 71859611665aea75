<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: the translator's brackets in their line, calls in the text, the notes themselves at the foot.
     A script may open a note where it is called or set it in the margin; without one, the call leads to the foot and back. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:dragoman:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Of the templates for notes the first takes those that are called, with the highest priority; the others stay in line. -->

  <!-- In line: class tn (the translator's) or sn (the source's), then the class of the bracket. -->
  <xsl:template match="note" mode="d:text">
    <xsl:element name="{d:container(.)}">
      <!-- In an opener or a closer that has no text of its own, each part is a line. -->
      <xsl:attribute name="class" select="(parent::opener | parent::closer)[not(text()[normalize-space()])] ! 'line',
          if (@type = ('translator', 'unclassified')) then 'tn' else 'sn', d:type((@subtype, @type)[1])"/>
      <xsl:attribute name="title" select="string-join((d:term('note', (@type[. ne 'translator'], @subtype, 'comment')[1]),
          .//term/@xml:lang ! d:language-name(.), @cert[. = 'low'] ! d:t('uncertain')), ', ')"/>
      <xsl:call-template name="d:common"/>
      <xsl:call-template name="d:delimited"/>
    </xsl:element>
  </xsl:template>

  <!-- “the staff [khemjuur], painted”: the blank before the bracket goes where the bracket goes. -->
  <xsl:template match="text()[following-sibling::node()[1]/self::note[@type = 'translator']][d:ends-in-a-blank(.)]
      [substring(following-sibling::node()[2], 1, 1)[. ne ''] ! contains(',.;:!?)”’»', .)]
      [following-sibling::node()[1][d:note-series(.) eq 'inline']]" mode="d:beside">
    <xsl:value-of select="d:without-end(., $d:white) => translate('&#10;', ' ')"/>
    <span class="blank"><xsl:text> </xsl:text></span>
  </xsl:template>

  <!-- Whether one blank stands at the end, after a letter. (A pattern for the end of a text is tried at every letter of it.) -->
  <xsl:function name="d:ends-in-a-blank" as="xs:boolean">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="length" select="string-length($text)"/>
    <xsl:sequence select="$length ge 2 and contains($d:white, substring($text, $length)) and not(contains($d:white, substring($text, $length - 1, 1)))"/>
  </xsl:function>

  <!-- A note of its own between paragraphs. -->
  <xsl:template match="(div | body | list | listBibl | sp)/note" mode="d:text" priority="1">
    <div class="line {if (@type = 'translator') then 'tn' else 'sn'} {d:type((@subtype, @type)[1])}" title="{d:term('note', (@type[. ne 'translator'], @subtype, 'comment')[1])}">
      <xsl:call-template name="d:common"/>
      <xsl:call-template name="d:delimited"/>
    </div>
  </xsl:template>

  <!-- Called: only the label stands in the text. -->
  <xsl:template match="note[d:note-series(.) ne 'inline']" mode="d:text" priority="2">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="id" select="d:note-id(.)"/>
    <xsl:choose>
      <xsl:when test="$in-link">
        <sup class="call {d:note-series(.)}"><xsl:value-of select="d:note-label(.)"/></sup>
      </xsl:when>
      <xsl:otherwise>
        <a class="{'call', d:note-series(.), d:beside-call(.)}" id="call-{$id}" href="#{$id}" role="doc-noteref"
            aria-label="{d:t('note-by-' || d:note-series(.))} {d:note-label(.)}">
          <!-- As it was sent, the note stands in the line, between these. -->
          <xsl:if test="exists(d:delimiter-names(.))">
            <xsl:attribute name="data-open" select="d:opening(.)"/>
            <xsl:attribute name="data-close" select="d:closing(.)"/>
          </xsl:if>
          <xsl:value-of select="d:note-label(.)"/>
        </a>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Two calls side by side, or one that opens a paragraph beside its mark: a finger needs more room than the eye. -->
  <xsl:function name="d:beside-call" as="xs:string?">
    <xsl:param name="note" as="element()"/>
    <xsl:variable name="before" select="$note/preceding-sibling::node()[not(self::text()) or normalize-space()][1]"/>
    <xsl:variable name="after" select="$note/following-sibling::node()[not(self::text()) or normalize-space()][1]"/>
    <xsl:variable name="calls" select="($before, $after)/self::note[d:note-series(.) ne 'inline']"/>
    <xsl:sequence select="if (empty($before)) then 'first' else if (count($calls) ne 1) then () else if ($calls is $before) then 'after' else 'before'"/>
  </xsl:function>

  <!-- The block of notes at the end of a transcript is the foot of the page; its heading goes with it. -->
  <xsl:template match="back/div[@type = 'notes']" mode="d:text" priority="2">
    <xsl:apply-templates select="* except note" mode="d:text"/>
  </xsl:template>

  <!-- Notes on one place in several languages. -->
  <xsl:template match="noteGrp" mode="d:text">
    <xsl:apply-templates mode="d:text"/>
  </xsl:template>

  <!-- A call that the transcript prints. -->
  <xsl:template match="ref[@type = 'note']" mode="d:text" priority="2">
    <xsl:variable name="note" select="id(substring-after(@target, '#'))"/>
    <xsl:choose>
      <!-- What stays in its line is led to as any place is. -->
      <xsl:when test="$note/self::note[d:note-series(.) eq 'inline']"><xsl:next-match/></xsl:when>
      <xsl:when test="$note/self::note">
        <a class="call printed {d:note-series($note)}" href="#{d:note-id($note)}" role="doc-noteref">
          <xsl:if test="d:first-call($note) is .">
            <xsl:attribute name="id" select="'call-' || d:note-id($note)"/>
          </xsl:if>
          <xsl:call-template name="d:delimited"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <span class="tv"><xsl:call-template name="d:delimited"/></span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="d:first-call" as="element()?">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="key('d:calls', '#' || $note/@xml:id, root($note))[1]"/>
  </xsl:function>

  <xsl:key name="d:calls" match="ref[@type = 'note']" use="@target"/>

  <!-- The notes of a text, by who speaks: the translator, the source, the editors. -->
  <xsl:template name="d:foot">
    <xsl:param name="root" as="document-node()"/>
    <xsl:variable name="notes" select="d:called-notes($root)"/>
    <xsl:for-each select="('author', 'translator', 'editor')[. = ($notes ! d:note-series(.))]">
      <xsl:variable name="series" select="."/>
      <section class="notes {.}" aria-labelledby="ui:notes-{.}">
        <h2 id="ui:notes-{.}"><xsl:value-of select="d:t('notes-by-' || .)"/></h2>
        <ol role="list">
          <xsl:for-each select="$notes[d:note-series(.) eq $series]">
            <xsl:variable name="id" select="d:note-id(.)"/>
            <li id="{$id}" class="note {$series}">
              <xsl:if test="@xml:lang"><xsl:attribute name="lang" select="@xml:lang"/></xsl:if>
              <xsl:choose>
                <xsl:when test="not(ancestor::back/div[@type = 'notes']) or d:first-call(.)">
                  <a class="label" href="#call-{$id}" aria-label="{d:t('back-to-text', d:note-label(.))}"><xsl:value-of select="d:note-label(.)"/></a>
                </xsl:when>
                <xsl:otherwise><span class="label"><xsl:value-of select="d:note-label(.)"/></span></xsl:otherwise>
              </xsl:choose>
              <div class="said">
                <xsl:apply-templates select="node() except d:label-in(.)" mode="d:text">
                  <xsl:with-param name="anchors" select="false()" tunnel="yes"/>
                </xsl:apply-templates>
                <xsl:if test="@cert = 'low'">
                  <span class="unsure" title="{d:t('uncertain')}"> (?)</span>
                </xsl:if>
              </div>
            </li>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
