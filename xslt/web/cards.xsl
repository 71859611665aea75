<?xml version="1.0" encoding="UTF-8"?>
<!-- The cards of names, made ready once for all pages: what a card says of its entry does not change from page to page,
     but for the offices, which are those of the document's day (names.xsl).

     in      <cards><entry ref="person:x" passages="" documents="">…</entry>…</cards>
     params  edition, language
     out     <cards><entry ref="person:x" sort="" address="people.html#x"><name/><office/>…<kind/>…
             <first>: the paragraphs before the offices</first><last>: those after them</last></entry>…</cards> -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:dragoman:functions"
    xpath-default-namespace="">

  <xsl:import href="../common/dates.xsl"/>
  <xsl:include href="../common/functions.xsl"/>
  <xsl:include href="layout.xsl"/>

  <xsl:output method="xml" indent="no" omit-xml-declaration="yes"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/">
    <cards><xsl:apply-templates select="cards/entry"/></cards>
  </xsl:template>

  <xsl:template match="entry">
    <entry ref="{@ref}" sort="{@sort}" address="{d:entity-address(@ref)}">
      <xsl:copy-of select="name[1], office, kind"/>
      <first>
        <xsl:for-each select="dates[normalize-space()]"><p><xsl:value-of select="d:life(.)"/></p></xsl:for-each>
      </first>
      <last>
        <xsl:if test="form">
          <p class="variants"><xsl:value-of select="d:t('also')"/><xsl:text> </xsl:text>
            <xsl:for-each select="form">
              <xsl:if test="position() gt 1">, </xsl:if>
              <xsl:variable name="language" select="d:of-name(.)"/>
              <xsl:choose>
                <xsl:when test="$language"><span><xsl:sequence select="$language"/><xsl:value-of select="."/></span></xsl:when>
                <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
              </xsl:choose>
            </xsl:for-each>
          </p>
        </xsl:if>
        <!-- The script makes a link of it: without one, no card is seen. -->
        <p>
          <xsl:value-of select="if (@passages) then d:count('passages', xs:integer(@passages)) || d:t('comma') || d:count('documents', xs:integer(@documents)) else d:t('register-entry')"/>
        </p>
      </last>
    </entry>
  </xsl:template>

</xsl:stylesheet>
