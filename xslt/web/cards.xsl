<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands beside a text of the names in it, made ready once for all pages, as HTML: only the offices on a card, which are
     those of the document's day, and how often a name is mentioned change from page to page (render/names_beside.py).

     in      <cards><entry ref="person:x" passages="" documents="">…</entry>…</cards>
     params  edition, language
     out     <cards><heading kind="person">HTML</heading>…<entry ref="person:x" address="people.html#x"><name/>
             <link>HTML: the link to it</link><first>HTML: the paragraphs before the offices</first>
             <office>HTML: one of them, with the dates of the entry</office>…<otherwise>HTML: what stands for them where none
             was held</otherwise><last>HTML: the paragraphs after them</last></entry>…</cards>, in the order of the registers

     in      <count>2</count>
     out     <count>2 mentions</count> -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:d="urn:dragoman:functions"
    xpath-default-namespace="">

  <xsl:import href="../common/dates.xsl"/>
  <xsl:include href="../common/functions.xsl"/>
  <xsl:include href="layout.xsl"/>

  <xsl:output method="xml" indent="no" omit-xml-declaration="yes"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="cards">
    <cards>
      <xsl:for-each select="map:keys($d:register-pages)">
        <heading kind="{.}">
          <xsl:value-of select="d:html(d:heading($d:register-pages(.)))"/>
        </heading>
      </xsl:for-each>
      <xsl:apply-templates select="entry">
        <xsl:sort select="@sort"/>
      </xsl:apply-templates>
    </cards>
  </xsl:template>

  <xsl:function name="d:heading" as="element()">
    <xsl:param name="key" as="xs:string"/>
    <h2><xsl:value-of select="d:t($key)"/></h2>
  </xsl:function>

  <xsl:template match="count">
    <count><xsl:value-of select="d:count('mentions', xs:integer(.))"/></count>
  </xsl:template>

  <!-- Elements as document.xsl writes them. -->
  <xsl:function name="d:html" as="xs:string">
    <xsl:param name="elements" as="element()*"/>
    <xsl:sequence select="serialize($elements, map { 'method': 'html', 'html-version': 5.0, 'indent': false(), 'include-content-type': false(),
        'escape-uri-attributes': false() })"/>
  </xsl:function>

  <xsl:function name="d:paragraph" as="element()">
    <xsl:param name="said" as="element()"/>
    <p><xsl:value-of select="$said"/></p>
  </xsl:function>

  <xsl:template match="entry">
    <xsl:variable name="link" as="element()">
      <a href="../{d:entity-address(@ref)}"><xsl:sequence select="d:of-name(name[1])"/><xsl:value-of select="name[1]"/></a>
    </xsl:variable>
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
      <link><xsl:value-of select="d:html($link)"/></link>
      <first><xsl:value-of select="d:html($first)"/></first>
      <xsl:for-each select="office">
        <office>
          <xsl:copy-of select="@notBefore, @from, @notAfter, @to"/>
          <xsl:value-of select="d:html(d:paragraph(.))"/>
        </office>
      </xsl:for-each>
      <otherwise><xsl:value-of select="d:html(kind[position() le 3] ! d:paragraph(.))"/></otherwise>
      <last><xsl:value-of select="d:html($last)"/></last>
    </entry>
  </xsl:template>

</xsl:stylesheet>
