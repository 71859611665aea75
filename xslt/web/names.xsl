<?xml version="1.0" encoding="UTF-8"?>
<!-- Names: each mention has its anchor m1, m2, … (@mention-number, of render/mentions.py) and leads to the register; a script opens
     the card instead. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:dragoman:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The entries of the registers, with their addresses and names (cards.xsl). -->
  <xsl:param name="cards" as="document-node()" required="yes"/>

  <xsl:key name="d:card" match="Q{}entry" use="@ref"/>

  <!-- Most names: words and one reference that a register knows. -->
  <xsl:template match="(persName | placeName | orgName | rs)[@ref][not(* or @rend or @xml:lang or @cert)]" mode="d:text" priority="3">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="entry" select="key('d:card', @ref, $cards)"/>
    <!-- Beside the text (standOff) a name is no mention, and has no number. -->
    <xsl:variable name="number" select="@mention-number"/>
    <xsl:choose>
      <xsl:when test="$entry and $number and not($in-link)">
        <a class="name" href="../{$entry[1]/@address}" id="m{$number}">
          <xsl:apply-templates mode="d:text"/>
        </a>
      </xsl:when>
      <xsl:when test="$entry and $number">
        <span class="{'named', d:kind-of-name(@ref)}" id="m{$number}">
          <xsl:apply-templates mode="d:text"/>
        </span>
      </xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="(persName | placeName | orgName | rs)[@ref]" mode="d:text" priority="2">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="number" select="@mention-number"/>
    <xsl:variable name="references" select="tokenize(@ref)"/>
    <!-- A name that no register knows is only a name: a link to nothing is worse than none. -->
    <xsl:variable name="known" as="element()*" select="$references ! key('d:card', ., $cards)[1]"/>
    <xsl:variable name="unsure" as="xs:string?" select="@cert[. = ('low', 'medium')] ! 'unsure'"/>
    <xsl:choose>
      <xsl:when test="exists($known) and not($in-link) and not(d:has-links-but-names(.))">
        <!-- A name within it (AMEMBASSY MOSCOW) can be no link of its own: the card that opens leads to both. -->
        <xsl:variable name="within" select="if (*) then distinct-values(descendant::*[@ref][self::persName or self::placeName or self::orgName or self::rs]/tokenize(@ref)) ! key('d:card', ., $cards)[1] else ()"/>
        <!-- What kind of name it is, the style sheet reads from the address. -->
        <a class="{'name', $unsure}" href="../{$known[1]/@address}">
          <xsl:call-template name="d:mention-attributes">
            <xsl:with-param name="number" select="$number"/>
          </xsl:call-template>
          <xsl:if test="exists($within)">
            <xsl:attribute name="data-within" select="$within ! ('../' || @address)"/>
          </xsl:if>
          <xsl:call-template name="d:delimited">
            <xsl:with-param name="in-link" select="true()" tunnel="yes"/>
          </xsl:call-template>
        </a>
        <xsl:for-each select="tail($known)">
          <sup class="further">
            <a class="name" href="../{@address}" aria-label="{Q{}name}"><xsl:value-of select="position() + 1"/></a>
          </sup>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{d:container(.)}">
          <xsl:attribute name="class" select="'named', d:kind-of-name($references[1]), $unsure"/>
          <xsl:call-template name="d:mention-attributes">
            <xsl:with-param name="number" select="$number"/>
          </xsl:call-template>
          <xsl:call-template name="d:delimited"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- person | place | org -->
  <xsl:function name="d:kind-of-name" as="xs:string?">
    <xsl:param name="reference" as="xs:string?"/>
    <xsl:sequence select="substring-before($reference, ':')[. = ('person', 'place', 'org')]"/>
  </xsl:function>

  <xsl:template name="d:mention-attributes">
    <xsl:param name="number" as="attribute()?"/>
    <xsl:call-template name="d:common">
      <xsl:with-param name="id" select="if ($number) then 'm' || $number else d:html-id(@xml:id)"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
