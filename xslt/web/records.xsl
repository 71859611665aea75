<?xml version="1.0" encoding="UTF-8"?>
<!-- What says its matter in parts: descriptions of manuscripts, recordings, letters and books, entries of dictionaries, annotations.
     Each part that has parts, or sentences, is a line; what stands within a line is a matter of the inlines. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:d="urn:dragoman:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Manuscripts: their contents, make and fate -->
  <xsl:template match="msDesc | msPart | msFrag | msContents | msItem | msItemStruct | summary | rubric | incipit | explicit | finalRubric
      | colophon | filiation | physDesc | objectDesc | supportDesc | support | collation | foliation | condition | layoutDesc | layout
      | handDesc | handNote | handNotes | scriptDesc | scriptNote | typeDesc | typeNote | musicNotation | decoDesc | decoNote | additions
      | bindingDesc | binding | sealDesc | accMat | history | origin | provenance | acquisition | additional | adminInfo | recordHist
      | source | custodialHist | custEvent | surrogates
      | recordingStmt | recording | equipment | broadcast | scriptStmt | transcriptionDesc
      | correspDesc | correspAction | correspContext
      | biblFull | fileDesc | profileDesc | sourceDesc | langUsage | textClass | keywords | titleStmt | editionStmt | publicationStmt | seriesStmt | notesStmt | availability | licence
      | superEntry | entry | entryFree | hom | dictScrap
      | listAnnotation | annotation | annotationBlock | listRef | witDetail | notatedMusic | change" mode="d:text">
    <xsl:element name="{d:container(.)}">
      <xsl:attribute name="class" select="'line'"/>
      <xsl:call-template name="d:common"/>
      <xsl:sequence select="d:part-label(.)"/>
      <xsl:call-template name="d:parts"/>
    </xsl:element>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- What a part of the description of a manuscript is called, where the interface has a word for it and for no part of it. -->
  <xsl:function name="d:part-label" as="element()?">
    <xsl:param name="part" as="element()"/>
    <xsl:if test="d:has-label($part) and not($part/descendant::*[d:has-label(.)])">
      <span class="label"><xsl:value-of select="d:t('labelled', d:term('part', local-name($part)))"/></span>
    </xsl:if>
  </xsl:function>

  <xsl:function name="d:has-label" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="map:contains($d:language, 'part-' || local-name($part))"/>
  </xsl:function>

  <!-- The description of the source in the header: a line for each part. Where it lies has lines of its own on the card. -->
  <xsl:template name="d:description" as="element()*">
    <xsl:param name="described" as="element()*"/>
    <xsl:for-each select="$described">
      <xsl:choose>
        <xsl:when test="descendant::*[d:has-label(.)]">
          <xsl:call-template name="d:description">
            <xsl:with-param name="described" select="*[not(self::msIdentifier)]"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:when test="d:parts-read(.) ne ''">
          <p><xsl:sequence select="d:part-label(.)"/><xsl:value-of select="d:parts-read(.)"/></p>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- What d:parts makes of an element, without markup. -->
  <xsl:function name="d:parts-read" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (empty($element[not(self::dimensions)]/*) or exists($element/text()[normalize-space()])) then d:reading($element)
        else string-join(($element/* ! d:parts-read(.))[. ne ''], ' ')"/>
  </xsl:function>

  <!-- Within a line: titles of books, where a manuscript lies, how large it is, whom a list names. -->
  <xsl:template match="biblStruct | analytic | monogr | imprint | relatedItem | msIdentifier | altIdentifier | objectIdentifier | dimensions
      | person | personGrp | place | org | location | spanGrp" mode="d:text">
    <xsl:element name="{d:container(.)}">
      <xsl:call-template name="d:common"/>
      <xsl:call-template name="d:parts">
        <xsl:with-param name="between" select="if (self::dimensions) then ' × ' else if (self::imprint | self::msIdentifier | self::altIdentifier) then ', ' else ' '"/>
      </xsl:call-template>
      <xsl:value-of select="self::dimensions/@unit ! (' ' || .)"/>
    </xsl:element>
  </xsl:template>

  <!-- Parts of an entry of a dictionary, which inlines.xsl tells apart by their class. -->
  <xsl:template match="form | gramGrp | sense | etym" mode="d:text">
    <xsl:element name="{d:container(.)}">
      <xsl:attribute name="class" select="local-name()"/>
      <xsl:call-template name="d:common"/>
      <xsl:value-of select="self::sense[not(text()[normalize-space()])]/@n ! (. || '. ')"/>
      <xsl:call-template name="d:parts"/>
    </xsl:element>
  </xsl:template>

  <!-- Parts that are markup alone are parted; where words or points stand between them, those are enough. -->
  <xsl:template name="d:parts" as="node()*">
    <xsl:param name="between" as="xs:string" select="' '"/>
    <xsl:variable name="is-markup" as="xs:boolean" select="empty(text()[normalize-space()])"/>
    <xsl:value-of select="d:opening(.)"/>
    <xsl:for-each select="if ($is-markup) then * else node()">
      <xsl:if test="$is-markup and position() gt 1"><xsl:value-of select="$between"/></xsl:if>
      <xsl:apply-templates select="." mode="d:text"/>
    </xsl:for-each>
    <xsl:value-of select="d:closing(.)"/>
  </xsl:template>

</xsl:stylesheet>
