<?xml version="1.0" encoding="UTF-8"?>
<!-- The cards of names, made ready once for all pages: what a card says of its entry does not change from page to page,
     but for the offices, which are those of the document's day (names.xsl).

     in      <cards><entry ref="person:x" passages="" documents="">…</entry>…</cards>
     params  edition, language
     out     <cards><entry ref="person:x" address="people.html#x"><name/><a>: the link to it</a>
             <div>: its card, where that is the same on every page</div>, else
             <office/>…<kind/>…<first>: the paragraphs before the offices</first><last>: those after them</last>
             </entry>…</cards>, in the order of the registers -->
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
    <cards>
      <xsl:apply-templates select="cards/entry">
        <xsl:sort select="@sort"/>
      </xsl:apply-templates>
    </cards>
  </xsl:template>

  <xsl:template match="entry">
    <xsl:variable name="first" as="element()*">
      <xsl:for-each select="dates[normalize-space()]"><p><xsl:value-of select="d:life(.)"/></p></xsl:for-each>
    </xsl:variable>
    <xsl:variable name="last" as="element()+">
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
    </xsl:variable>
    <entry ref="{@ref}" address="{d:entity-address(@ref)}">
      <xsl:copy-of select="name[1]"/>
      <a href="../{d:entity-address(@ref)}"><xsl:sequence select="d:of-name(name[1])"/><xsl:value-of select="name[1]"/></a>
      <xsl:choose>
        <xsl:when test="office[@notBefore | @from | @notAfter | @to]">
          <xsl:copy-of select="office, kind"/>
          <first><xsl:copy-of select="$first"/></first>
          <last><xsl:copy-of select="$last"/></last>
        </xsl:when>
        <xsl:otherwise>
          <!-- No day of a document makes a difference to its offices. -->
          <div>
            <xsl:copy-of select="$first"/>
            <xsl:for-each select="(office, kind[not(../office)])[position() le 3]"><p><xsl:value-of select="."/></p></xsl:for-each>
            <xsl:copy-of select="$last"/>
          </div>
        </xsl:otherwise>
      </xsl:choose>
    </entry>
  </xsl:template>

</xsl:stylesheet>
