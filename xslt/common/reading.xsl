<?xml version="1.0" encoding="UTF-8"?>
<!-- The reading view of docs/encoding.md as a string: titles, abstracts, counts of words, descriptions for other machines. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:dragoman:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="functions.xsl"/>

  <xsl:mode name="d:reading" on-no-match="text-only-copy"/>

  <!-- A private character: the words on either side of it are one word. -->
  <xsl:variable name="d:joint" static="yes" as="xs:string" select="'&#xE000;'"/>

  <!-- The reading text of nodes, white space normalized. -->
  <xsl:function name="d:reading" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <!-- (Of much that is asked for most documents have nothing, and a tree that is empty costs as much as one that is not.) -->
    <xsl:sequence select="if (empty($nodes)) then '' else normalize-space(d:reading-as-set($nodes))"/>
  </xsl:function>

  <!-- The same with white space as it stands, for who only counts words. -->
  <xsl:function name="d:reading-as-set" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <!-- (A tree that holds the pieces is made, and read as one string, sooner than a sequence of them is joined.) -->
    <xsl:variable name="pieces">
      <xsl:apply-templates select="$nodes" mode="d:reading"/>
    </xsl:variable>
    <xsl:variable name="text" as="xs:string" select="string($pieces)"/>
    <xsl:sequence select="if (contains($text, $d:joint)) then string-join(tokenize($text, $d:joint) ! normalize-space()) else $text"/>
  </xsl:function>

  <xsl:template match="fw | milestone | surplus | index | certainty | respons | pc[@force = 'weak']" mode="d:reading"/>

  <!-- Though it has paragraphs. -->
  <xsl:template match="note[@type = ('editor', 'author', 'transmission')]" mode="d:reading" priority="1"/>

  <xsl:template match="lb | cb | gb | pb" mode="d:reading">
    <xsl:choose>
      <xsl:when test="@break = 'no'"><xsl:value-of select="$d:joint"/></xsl:when>
      <xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="choice" mode="d:reading">
    <xsl:apply-templates mode="d:reading"
        select="(*[self::corr | self::reg | self::expan], *[not(self::corr | self::reg | self::expan)])[1]"/>
  </xsl:template>

  <xsl:template match="subst" mode="d:reading">
    <xsl:apply-templates select="node() except del" mode="d:reading"/>
  </xsl:template>

  <xsl:template match="app" mode="d:reading">
    <xsl:apply-templates select="(lem, rdg, rdgGrp//rdg)[1]" mode="d:reading"/>
  </xsl:template>

  <xsl:template match="gap" mode="d:reading">
    <xsl:variable name="words" select="normalize-space(string-join(desc))"/>
    <xsl:value-of select="(d:opening(.)[. ne ''], '[')[1] || ($words[. ne ''], '…')[1] || (d:closing(.)[. ne ''], ']')[1]"/>
  </xsl:template>

  <xsl:template match="*[@rend]" mode="d:reading" priority="-0.2">
    <xsl:value-of select="d:opening(.)"/>
    <xsl:apply-templates mode="d:reading"/>
    <xsl:value-of select="d:closing(.)"/>
  </xsl:template>

  <xsl:template match="dimensions[*]" mode="d:reading">
    <xsl:value-of select="' ' || string-join(* ! d:reading(.), ' × ') || @unit ! (' ' || .)"/>
  </xsl:template>

  <!-- Words of two blocks never run together. (A list of alternatives with a priority of its own would be tried one by
       one at every element; without, the rule is found by the element's name.) -->
  <xsl:template match="p | ab | head | item | label | l | lg | sp | speaker | stage | opener | closer | dateline | list | row
      | cell | div | quote[p] | bibl[parent::listBibl] | title[parent::bibl] | seg[parent::opener] | signed | figDesc | note[p]"
      mode="d:reading">
    <!-- (The functions are not called in vain, and the blanks not computed: a text has hundreds of blocks.) -->
    <xsl:choose>
      <xsl:when test="@rend">
        <xsl:value-of select="' ' || d:opening(.)"/>
        <xsl:apply-templates mode="d:reading"/>
        <xsl:value-of select="d:closing(.) || ' '"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text> </xsl:text>
        <xsl:apply-templates mode="d:reading"/>
        <xsl:text> </xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
