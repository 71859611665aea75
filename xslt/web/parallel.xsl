<?xml version="1.0" encoding="UTF-8"?>
<!-- Original and translation: a part of div[@type = 'original'] whose @corresp points to one of the translation stands beside it,
     several beside one where the translator joined them; where one was divided, beside the first part. What has no counterpart stays
     with the part before it, or, where it opens the text, with the first. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:dragoman:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Whether the document has an original; where it has none, no element need be asked what it stands beside. -->
  <xsl:param name="has-original" as="xs:boolean" select="true()"/>

  <xsl:key name="d:originals" match="div[@type = 'original']//*[self::p | self::ab | self::head | self::opener | self::closer][@corresp]"
      use="tokenize(@corresp)[starts-with(., '#')][1] ! substring(., 2)"/>

  <!-- Those that stand beside something, by all that they stand in. -->
  <xsl:key name="d:paired" match="div[@type = 'original']//*[@corresp][d:stands-beside(.)]"
      use="ancestor::*[ancestor-or-self::div[@type = 'original']] ! generate-id()"/>

  <!-- The others, by the one with which they go. -->
  <xsl:key name="d:along" match="div[@type = 'original']//*[d:goes-along(.)][not(d:stands-beside(.))]" use="generate-id(d:partner(.))"/>

  <xsl:function name="d:is-parallel" as="xs:boolean">
    <xsl:param name="document" as="element()"/>
    <xsl:sequence select="$has-original and exists($document/text//div[@type = 'original'][key('d:paired', generate-id())])"/>
  </xsl:function>

  <xsl:function name="d:stands-beside" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/(self::p | self::ab | self::head | self::opener | self::closer) and exists(
        $element[ancestor::div[@type = 'original']]/tokenize(@corresp)[starts-with(., '#')][1]
        ! id(substring(., 2), root($element))[self::p | self::ab | self::head | self::opener | self::closer][not(ancestor::div[@type = 'original'])])"/>
  </xsl:function>

  <!-- Is a part of the original shown beside the translation: in its own right, or with another? -->
  <xsl:function name="d:goes-along" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists(key('d:paired', generate-id($element/..), root($element)))
        and (d:stands-beside($element) or empty(key('d:paired', generate-id($element), root($element))))"/>
  </xsl:function>

  <!-- The last before it that stands beside something, else the first. -->
  <xsl:function name="d:partner" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="paired" select="key('d:paired', generate-id($element/ancestor::div[@type = 'original'][1]), root($element))"/>
    <xsl:sequence select="($paired[. &lt;&lt; $element][last()], $paired[1])[1]"/>
  </xsl:function>

  <xsl:template match="(p | ab | head | opener | closer)[$has-original][@xml:id][key('d:originals', @xml:id)]
      [not(ancestor::div[@type = 'original'])]" mode="d:text" priority="4">
    <div class="pair">
      <xsl:next-match/>
      <xsl:call-template name="d:original"/>
    </div>
  </xsl:template>

  <!-- What stands beside this part of the translation. -->
  <xsl:template name="d:original" as="element()?">
    <xsl:if test="key('d:originals', @xml:id)">
      <div class="original" lang="{key('d:originals', @xml:id)[1]/ancestor-or-self::*[@xml:lang][1]/@xml:lang}">
        <xsl:variable name="originals" select="key('d:originals', @xml:id)"/>
        <xsl:apply-templates select="$originals | key('d:along', $originals ! generate-id())" mode="d:text">
          <xsl:with-param name="beside" select="true()" tunnel="yes"/>
        </xsl:apply-templates>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- What cannot stand beside anything follows after the translation. -->
  <xsl:template match="div[@type = 'original']" mode="d:text" priority="1">
    <xsl:if test="descendant::text()[normalize-space()][not(ancestor::*[ancestor::div[@type = 'original']][d:goes-along(.)])]">
      <div class="original rest">
        <xsl:call-template name="d:common"/>
        <xsl:apply-templates mode="d:text"/>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="div[@type = 'original']//*[$has-original][d:goes-along(.)]" mode="d:text" priority="6">
    <xsl:param name="beside" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:if test="$beside"><xsl:next-match/></xsl:if>
  </xsl:template>

</xsl:stylesheet>
