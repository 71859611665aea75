<?xml version="1.0" encoding="UTF-8"?>
<!-- The two readings of a text: what the source has (class src) and what the editor reads (class reg); gaps, doubt, supplied words.
     Which of the two is seen is a choice of the reader's and a matter of the style sheet. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:dragoman:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="choice" mode="d:text">
    <xsl:variable name="edited" select="*[self::corr | self::reg | self::expan]"/>
    <xsl:choose>
      <xsl:when test="$edited and * except $edited">
        <xsl:apply-templates select="* except $edited" mode="d:source-reading"/>
        <xsl:apply-templates select="$edited" mode="d:editors-reading"/>
      </xsl:when>
      <xsl:when test="count(*) gt 1">
        <!-- unclear beside unclear, seg beside seg: the first is read, the others are said. -->
        <xsl:apply-templates select="*[1]" mode="d:editors-reading"/>
        <xsl:apply-templates select="tail(*)" mode="d:source-reading"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="d:text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="subst" mode="d:text">
    <xsl:for-each-group select="node()" group-adjacent="if (self::del) then 'source' else if (self::add) then 'edited' else 'other'">
      <xsl:choose>
        <xsl:when test="current-grouping-key() eq 'source'"><xsl:apply-templates select="current-group()" mode="d:source-reading"/></xsl:when>
        <xsl:when test="current-grouping-key() eq 'edited'"><xsl:apply-templates select="current-group()" mode="d:editors-reading"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="current-group()" mode="d:text"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- The reading chosen; the others with their witnesses, for who wants both. -->
  <xsl:template match="app" mode="d:text">
    <xsl:variable name="chosen" select="(lem, rdg, rdgGrp//rdg)[1]"/>
    <xsl:apply-templates select="$chosen" mode="d:editors-reading"/>
    <xsl:apply-templates select="note" mode="d:text"/>
    <xsl:apply-templates select="(* except ($chosen, note))[not(self::rdgGrp) or not(. intersect $chosen/ancestor::*)]
        | $chosen/parent::rdgGrp/(* except $chosen)" mode="d:source-reading"/>
  </xsl:template>

  <xsl:mode name="d:source-reading" on-no-match="fail"/>
  <xsl:mode name="d:editors-reading" on-no-match="fail"/>

  <xsl:template match="*" mode="d:source-reading">
    <xsl:element name="{d:container(.)}">
      <xsl:attribute name="class" select="'src', local-name()"/>
      <xsl:call-template name="d:common"/>
      <xsl:call-template name="d:delimited"/>
    </xsl:element>
    <xsl:if test="parent::app | parent::rdgGrp">
      <span class="src witness"><xsl:value-of select="tokenize(@wit) ! replace(., '^.*#', '')"/></span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="d:editors-reading">
    <xsl:element name="{d:container(.)}">
      <xsl:attribute name="class" select="'reg', local-name()"/>
      <xsl:call-template name="d:common"/>
      <xsl:call-template name="d:delimited"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="text()" mode="d:source-reading d:editors-reading"/>

  <!-- Struck from the reading, not from the source. -->
  <xsl:template match="surplus" mode="d:text">
    <xsl:apply-templates select="." mode="d:source-reading"/>
  </xsl:template>

  <!-- What an editor holds to be no part of the text stands in braces, as epigraphists and philologists have it. -->
  <xsl:template match="secl" mode="d:text">
    <xsl:element name="{d:container(.)}">
      <xsl:attribute name="class" select="'ev'"/>
      <xsl:call-template name="d:common"/>
      <xsl:text>{</xsl:text>
      <xsl:apply-templates mode="d:text"/>
      <xsl:text>}</xsl:text>
    </xsl:element>
  </xsl:template>

  <xsl:template match="del" mode="d:text">
    <xsl:element name="{if (d:has-blocks(.)) then 'div' else 'del'}">
      <xsl:call-template name="d:common"/>
      <xsl:call-template name="d:delimited"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="add" mode="d:text" priority="1">
    <xsl:element name="{d:container(.)}">
      <xsl:attribute name="class" select="'add', @place"/>
      <xsl:if test="@place"><xsl:attribute name="title" select="if (@place = ('above', 'below', 'margin', 'inline')) then d:t('added-' || @place) else d:t('added', @place)"/></xsl:if>
      <xsl:call-template name="d:common"/>
      <xsl:call-template name="d:delimited"/>
    </xsl:element>
  </xsl:template>

  <!-- A heading that the transcript does not have is the page's own. -->
  <xsl:template match="supplied[@reason = 'heading']" mode="d:text" priority="2">
    <xsl:apply-templates mode="d:text"/>
  </xsl:template>

  <!-- Words that the translator (with brackets) or the editor (without) supplies. -->
  <xsl:template match="supplied | ex[@rend] | expan[not(parent::choice)][@rend]" mode="d:text" priority="1">
    <xsl:variable name="printed" select="exists(d:delimiter-names(.))"/>
    <xsl:element name="{d:container(.)}">
      <xsl:attribute name="class" select="if ($printed) then 'tv' else 'ev', 'supplied', @cert[. = 'low']"/>
      <xsl:if test="@reason">
        <xsl:attribute name="title" select="string-join((d:term('supplied', @reason), @cert[. = 'low'] ! d:t('uncertain')), ', ')"/>
      </xsl:if>
      <xsl:call-template name="d:common"/>
      <xsl:call-template name="d:delimited"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="gap" mode="d:text">
    <xsl:variable name="explanation" select="d:term('gap', (@reason, 'unstated')[1]), d:extent(.)"/>
    <xsl:element name="{d:container(.)}">
      <xsl:attribute name="class" select="if (exists(d:delimiter-names(.))) then 'tv' else 'ev', 'gap'"/>
      <xsl:attribute name="title" select="string-join($explanation, ': ')"/>
      <xsl:call-template name="d:common"/>
      <xsl:value-of select="(d:opening(.)[. ne ''], '[')[1]"/>
      <xsl:apply-templates mode="d:text"/>
      <xsl:if test="not(normalize-space())">…</xsl:if>
      <xsl:value-of select="(d:closing(.)[. ne ''], ']')[1]"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="unclear | sic | damage | corr" mode="d:text" priority="1">
    <xsl:element name="{d:container(.)}">
      <xsl:attribute name="class" select="local-name()"/>
      <xsl:attribute name="title" select="string-join((d:t(local-name()), @reason ! d:term('gap', .)), ': ')"/>
      <xsl:call-template name="d:common"/>
      <xsl:call-template name="d:delimited"/>
    </xsl:element>
  </xsl:template>

  <!-- How much is missing: “2 lines”; a unit that the interface does not know stands as the file has it. -->
  <xsl:function name="d:extent" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="unit" select="$d:units(string($element/@unit))"/>
    <xsl:sequence select="if ($unit and $element/@quantity castable as xs:nonNegativeInteger)
        then d:count('unit-' || $unit, xs:integer($element/@quantity))
        else $element/(@quantity, @extent)[1] ! string-join((., ../@unit), ' ')"/>
  </xsl:function>

  <xsl:variable name="d:units" static="yes" as="map(xs:string, xs:string)" select="map { 'line': 'line', 'lines': 'line', 'word': 'word', 'words': 'word',
      'page': 'page', 'pages': 'page', 'paragraph': 'paragraph', 'paragraphs': 'paragraph', 'char': 'letter', 'chars': 'letter',
      'character': 'letter', 'characters': 'letter', 'letter': 'letter', 'letters': 'letter' }"/>

  <xsl:template match="space" mode="d:text" priority="1">
    <span class="ev gap" title="{string-join((d:t('space'), d:extent(.)), ': ')}">[ ]</span>
    <xsl:apply-templates mode="d:text"/>
  </xsl:template>

  <!-- Statements about the text, not text. -->
  <xsl:template match="certainty | respons | precision | index | interpGrp" mode="d:text"/>

</xsl:stylesheet>
