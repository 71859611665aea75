<?xml version="1.0" encoding="UTF-8"?>
<!-- Pictures: those that lie with the edition are shown, each with its size, and loaded when it comes near; what they show is said.
     One that lies elsewhere is not fetched: it is described, and a link leads to it. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:d="urn:dragoman:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The pictures that can be shown, JSON by the address that the document gives: address, width, height, may_open. -->
  <xsl:param name="pictures" as="xs:string" select="'{}'"/>
  <xsl:variable name="d:pictures" as="map(*)" select="parse-json($pictures)"/>

  <xsl:function name="d:picture" as="map(*)?">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:sequence select="if (map:size($d:pictures) eq 0) then () else $address ! $d:pictures(.)"/>
  </xsl:function>

  <!-- The picture of a page: of a pb or a surface, its @facs or what that points to. -->
  <xsl:function name="d:facing" as="map(*)?">
    <xsl:param name="page" as="element()"/>
    <xsl:sequence select="if (map:size($d:pictures) eq 0) then () else ($page/self::surface/graphic/d:picture(@url),
        $page/tokenize(@facs) ! (if (starts-with(., '#')) then id(substring(., 2), root($page))
            /(self::graphic, ancestor-or-self::surface[1]/graphic, graphic)/d:picture(@url) else d:picture(.)))[1]"/>
  </xsl:function>

  <xsl:template match="figure" mode="d:text">
    <xsl:variable name="is-inline" as="xs:boolean" select="d:inside-paragraph(.)"/>
    <xsl:variable name="shown" as="element()*" select="(graphic | media)[exists(d:picture(@url))]"/>
    <!-- What the picture shows is its alternative text, unless those are words of the source, or lead somewhere. -->
    <xsl:variable name="described" as="element()?" select="$shown ! ..[1]/figDesc[1][empty(d:delimiter-names(..))]
        [not(descendant-or-self::*[@xml:id or @ref or self::note or self::ref])]"/>
    <xsl:element name="{if ($is-inline) then 'span' else 'figure'}">
      <xsl:attribute name="class" select="'figure'"/>
      <xsl:call-template name="d:common"/>
      <xsl:choose>
        <xsl:when test="$shown">
          <xsl:for-each select="$shown">
            <xsl:call-template name="d:shown-picture">
              <xsl:with-param name="picture" select="d:picture(@url)"/>
              <xsl:with-param name="alternative" select="($described[current() is $shown[1]] ! d:reading(.), desc ! d:reading(.), ../head ! d:reading(.))[. ne ''][1]"/>
            </xsl:call-template>
          </xsl:for-each>
          <xsl:apply-templates select="figure" mode="d:text"/>
          <xsl:variable name="caption" as="node()*">
            <xsl:value-of select="d:opening(.)"/>
            <xsl:apply-templates select="node() except ($shown, $described, figure)" mode="d:text"/>
            <xsl:value-of select="d:closing(.)"/>
          </xsl:variable>
          <xsl:if test="$caption[self::* or normalize-space()]">
            <xsl:element name="{if ($is-inline) then 'span' else 'figcaption'}"><xsl:sequence select="$caption"/></xsl:element>
          </xsl:if>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="d:delimited"/></xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

  <!-- The picture, and the way to it alone where a browser may be sent there. -->
  <xsl:template name="d:shown-picture" as="element()">
    <xsl:param name="picture" as="map(*)"/>
    <xsl:param name="alternative" as="xs:string?"/>
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="img" as="element()">
      <img src="{$picture?address}" alt="{($alternative, d:t('picture'))[1]}">
        <xsl:if test="$picture?width gt 0">
          <xsl:attribute name="width" select="$picture?width"/>
          <xsl:attribute name="height" select="$picture?height"/>
        </xsl:if>
        <xsl:attribute name="loading" select="'lazy'"/>
      </img>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$picture?may_open and not($in-link)"><a href="{$picture?address}"><xsl:sequence select="$img"/></a></xsl:when>
      <xsl:otherwise><xsl:sequence select="$img"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="d:inside-paragraph" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/parent::*[self::p | self::ab | self::head | self::item | self::cell] and not(d:has-blocks($element))"/>
  </xsl:function>

  <xsl:template match="figDesc" mode="d:text">
    <xsl:element name="{d:container(.)}">
      <xsl:attribute name="class" select="'figDesc'"/>
      <xsl:call-template name="d:common"/>
      <xsl:apply-templates mode="d:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="graphic | media" mode="d:text">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="picture" select="d:picture(@url)"/>
    <xsl:variable name="address" select="@url[matches(., '^\s*https?:', 'i')] ! d:href(.)"/>
    <xsl:choose>
      <xsl:when test="exists($picture)">
        <xsl:call-template name="d:shown-picture">
          <xsl:with-param name="picture" select="$picture"/>
          <xsl:with-param name="alternative" select="desc[1] ! d:reading(.)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="exists($address) and not($in-link)">
        <xsl:apply-templates select="desc" mode="d:text"/>
        <xsl:text> </xsl:text>
        <a class="elsewhere" href="{$address}"><xsl:value-of select="d:t('picture-at', replace($address, '^https?://([^/?#]*@)?([^/?#:]*).*$', '$2', 'i'))"/></a>
        <xsl:text> </xsl:text>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="desc" mode="d:text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="binaryObject" mode="d:text">
    <xsl:apply-templates select="desc" mode="d:text"/>
  </xsl:template>

  <!-- The pictures of all pages stand together, folded, so that none is loaded unasked. -->
  <xsl:template match="facsimile[.//surface[exists(d:facing(.))]]" mode="d:text" priority="2">
    <details class="facsimile">
      <xsl:call-template name="d:common"/>
      <summary><xsl:value-of select="d:t('pictures-of-pages')"/></summary>
      <div><xsl:apply-templates mode="d:text"/></div>
    </details>
  </xsl:template>

  <!-- Of one page there may be several pictures, large and small: the first is shown. -->
  <xsl:template match="facsimile//surface[exists(d:facing(.))]" mode="d:text" priority="2">
    <xsl:element name="{if (parent::p | parent::ab) then 'span' else 'div'}">
      <xsl:attribute name="class" select="'surface'"/>
      <xsl:call-template name="d:common"/>
      <xsl:call-template name="d:shown-picture">
        <xsl:with-param name="picture" select="d:facing(.)"/>
        <xsl:with-param name="alternative" select="((desc | label)[1] ! d:reading(.), (@n, d:page-of(.)) ! d:t('page', .))[. ne ''][1]"/>
      </xsl:call-template>
      <xsl:apply-templates select="node() except graphic" mode="d:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="facsimile//surfaceGrp" mode="d:text">
    <div><xsl:call-template name="d:common"/><xsl:apply-templates mode="d:text"/></div>
  </xsl:template>

  <!-- The number of the page that a surface shows. -->
  <xsl:function name="d:page-of" as="xs:string?">
    <xsl:param name="surface" as="element()"/>
    <xsl:variable name="pages" select="key('d:facing', ('#' || $surface/@xml:id, $surface/graphic/('#' || @xml:id, string(@url)), $surface/@facs), root($surface))"/>
    <xsl:sequence select="$pages[1] ! string((@n, d:page-number(.))[1])"/>
  </xsl:function>

  <xsl:key name="d:facing" match="pb" use="tokenize(@facs)"/>

</xsl:stylesheet>
