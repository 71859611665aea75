<?xml version="1.0" encoding="UTF-8"?>
<!-- The page about the edition: its introduction, its principles, what its header declares.
     A part of document.xsl: it needs all rules of a text, and to compile them again takes as long as forty such pages.

     in      tei/edition.xml
     params  page   'about'; others are those of document.xsl -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:dragoman:functions"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xpath-default-namespace="">

  <xsl:include href="responsible.xsl"/>

  <xsl:param name="page" as="xs:string" select="''"/>

  <xsl:template match="document-node()[$page eq 'about']" priority="1">
    <xsl:call-template name="d:page">
      <xsl:with-param name="path" select="'about.html'"/>
      <xsl:with-param name="title" select="d:t('about')"/>
      <xsl:with-param name="class" select="'about-page'"/>
      <xsl:with-param name="styles" select="'document', 'rare'[d:has-rare(current()/*)], 'home'"/>
      <xsl:with-param name="scripts" select="'script', 'folds'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="document-node()[$page eq 'about']" mode="d:head" priority="1"/>

  <!-- The introduction and the editorial principles as the edition has them, then what its header declares. -->
  <xsl:template match="document-node()[$page eq 'about']" mode="d:body" priority="1">
    <xsl:variable name="said" as="node()*">
      <xsl:apply-templates select="tei:TEI/tei:text" mode="d:text"/>
      <xsl:sequence select="d:responsible()"/>
      <xsl:if test="$d:header/tei:encodingDesc/tei:editorialDecl/*">
        <h2 id="ui:conventions"><xsl:value-of select="d:t('conventions')"/></h2>
        <dl class="conventions">
          <xsl:for-each select="$d:header/tei:encodingDesc/tei:editorialDecl/*">
            <div>
              <dt><xsl:value-of select="d:term('convention', local-name())"/></dt>
              <dd><xsl:value-of select="d:reading(.)"/></dd>
            </div>
          </xsl:for-each>
        </dl>
      </xsl:if>
      <xsl:call-template name="d:foot">
        <xsl:with-param name="root" select="/"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="text" as="element()">
      <div class="text prose" lang="{(tei:TEI/@xml:lang, 'en')[1]}"><xsl:sequence select="$said"/></div>
    </xsl:variable>
    <main id="ui:main">
      <header class="page-header"><h1><xsl:value-of select="d:t('about')"/></h1></header>
      <xsl:variable name="headings" select="$text//h2"/>
      <xsl:if test="count($headings) gt 2">
        <nav class="sections" aria-label="{d:t('about')}">
          <ul role="list">
            <xsl:for-each select="$headings">
              <li><a href="#{d:section-id(.)}"><xsl:value-of select="normalize-space()"/></a></li>
            </xsl:for-each>
          </ul>
        </nav>
      </xsl:if>
      <xsl:apply-templates select="$text" mode="d:sections"/>
    </main>
  </xsl:template>

  <!-- Every heading of the text can be led to. -->
  <xsl:mode name="d:sections" on-no-match="shallow-copy"/>

  <xsl:template match="h2[not(@id)]" mode="d:sections">
    <h2 id="{d:section-id(.)}"><xsl:apply-templates select="@* | node()" mode="#current"/></h2>
  </xsl:template>

  <xsl:function name="d:section-id" as="xs:string">
    <xsl:param name="heading" as="element()"/>
    <xsl:sequence select="string(($heading/@id, 'ui:section-' || count($heading/preceding::h2) + 1)[1])"/>
  </xsl:function>

</xsl:stylesheet>
