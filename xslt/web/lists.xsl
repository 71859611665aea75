<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists of every kind, tables, entries of catalogues. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:dragoman:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- A list: its heading before it; what is neither item nor label (page breaks, furniture, notes) in an entry of its own. -->
  <xsl:template match="list" mode="d:text">
    <div class="{'list', d:type(@type)}">
      <xsl:call-template name="d:common"/>
      <xsl:apply-templates select="head | opener | dateline" mode="d:text"/>
      <xsl:variable name="rest" select="* except (head | opener | dateline)"/>
      <xsl:if test="$rest">
        <xsl:element name="{if (@type = ('ordered', 'numbered', 'results') or tokenize(@rend) = ('numbered', 'ordered')) then 'ol' else 'ul'}">
          <xsl:attribute name="role" select="'list'"/>
          <xsl:variable name="delimiter" select="d:delimiter-names((item, .)[1])[1]"/>
          <xsl:if test="exists($delimiter) or (@type, tokenize(@rend)) = ('ordered', 'numbered', 'bulleted')">
            <xsl:attribute name="class" select="'marked', $delimiter"/>
          </xsl:if>
          <xsl:for-each select="$rest">
            <xsl:choose>
              <xsl:when test="self::item"><xsl:apply-templates select="." mode="d:text"/></xsl:when>
              <xsl:otherwise><li class="between"><xsl:apply-templates select="." mode="d:text"/></li></xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
        </xsl:element>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:template match="item" mode="d:text">
    <li>
      <xsl:call-template name="d:common"/>
      <xsl:call-template name="d:anchor"/>
      <xsl:apply-templates mode="d:text"/>
    </li>
  </xsl:template>

  <!-- Labels with their items. -->
  <xsl:template match="list[label]" mode="d:text" priority="1">
    <div class="{'list', d:type(@type)}">
      <xsl:call-template name="d:common"/>
      <xsl:apply-templates select="head | opener | dateline" mode="d:text"/>
      <dl>
        <xsl:for-each-group select="* except (head | opener | dateline)" group-starting-with="label">
          <div>
            <xsl:variable name="label" select="current-group()/self::label[1]"/>
            <dt>
              <xsl:for-each select="$label"><xsl:call-template name="d:common"/></xsl:for-each>
              <xsl:apply-templates select="$label/node()" mode="d:text"/>
            </dt>
            <xsl:variable name="others" select="current-group() except $label"/>
            <xsl:for-each select="$others">
              <dd>
                <xsl:for-each select="self::item"><xsl:call-template name="d:common"/></xsl:for-each>
                <xsl:apply-templates select="if (self::item) then node() else ." mode="d:text"/>
              </dd>
            </xsl:for-each>
            <xsl:if test="empty($others)"><dd></dd></xsl:if>
          </div>
        </xsl:for-each-group>
      </dl>
    </div>
  </xsl:template>

  <!-- Entries of a collection page or of search results. -->

  <xsl:template match="listBibl" mode="d:text">
    <div class="listBibl">
      <xsl:call-template name="d:common"/>
      <xsl:apply-templates select="head" mode="d:text"/>
      <ul role="list" class="entries">
        <xsl:for-each select="* except head">
          <li>
            <xsl:choose>
              <xsl:when test="self::bibl | self::biblStruct | self::biblFull | self::msDesc">
                <xsl:call-template name="d:entry"/>
              </xsl:when>
              <xsl:otherwise>
                <xsl:attribute name="class" select="'between'"/>
                <xsl:apply-templates select="." mode="d:text"/>
              </xsl:otherwise>
            </xsl:choose>
          </li>
        </xsl:for-each>
      </ul>
    </div>
  </xsl:template>

  <xsl:template match="list[@type = 'results']/item" mode="d:text" priority="1">
    <li>
      <xsl:call-template name="d:entry"/>
    </li>
  </xsl:template>

  <xsl:template name="d:entry" as="node()*">
    <xsl:attribute name="class" select="'entry'"/>
    <xsl:call-template name="d:common"/>
    <xsl:call-template name="d:anchor">
      <!-- Its number in the list as a whole, of which the page may be the second; else its place on the page. -->
      <xsl:with-param name="entry" select="string((@n[normalize-space()], replace(@xml:id, '^e(\d+)$', '$1')[. castable as xs:integer],
          count(preceding-sibling::*[node-name() = node-name(current())]) + 1)[1])"/>
    </xsl:call-template>
    <xsl:choose>
      <xsl:when test="self::bibl | self::item"><xsl:apply-templates mode="d:text"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="d:parts"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="bibl" mode="d:text">
    <xsl:choose>
      <xsl:when test="parent::item[parent::list/@type = 'results']"><xsl:apply-templates mode="d:text"/></xsl:when>
      <xsl:otherwise>
        <xsl:element name="{d:container(.)}">
          <xsl:attribute name="class" select="'bibl'"/>
          <xsl:call-template name="d:common"/>
          <xsl:apply-templates mode="d:text"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The parts of an entry are lines of their own; those of a reference of scholarship, which has an author or
       a place of publication, are words of one. -->
  <xsl:template match="listBibl/bibl[not(author | editor | biblScope | publisher | pubPlace)]/date | list[@type = 'results']/item/bibl/date" mode="d:text" priority="1">
    <span class="entry-date"><xsl:call-template name="d:common"/><xsl:apply-templates mode="d:text"/></span>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- The title of an entry leads to the document, where this edition has it. -->
  <xsl:template match="listBibl/bibl[not(author | editor | biblScope | publisher | pubPlace)]/title | list[@type = 'results']/item/bibl/title" mode="d:text" priority="1">
    <xsl:variable name="address" select="(@ref, @target) ! d:href(.)"/>
    <span class="entry-title">
      <xsl:call-template name="d:common"/>
      <xsl:choose>
        <xsl:when test="exists($address)">
          <a href="{$address[1]}">
            <xsl:apply-templates mode="d:text">
              <xsl:with-param name="in-link" select="true()" tunnel="yes"/>
            </xsl:apply-templates>
          </a>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates mode="d:text"/></xsl:otherwise>
      </xsl:choose>
    </span>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="bibl/note[@type = 'abstract']" mode="d:text" priority="3">
    <xsl:element name="{d:container(.)}">
      <xsl:attribute name="class" select="'entry-abstract'"/>
      <xsl:call-template name="d:common"/>
      <xsl:call-template name="d:delimited"/>
    </xsl:element>
  </xsl:template>

  <!-- Lists of other things, as other projects keep them in their texts. -->
  <xsl:template match="listPerson | listPlace | listOrg | listEvent | listNym | listObject | listRelation | listApp | listWit" mode="d:text">
    <div class="list">
      <xsl:call-template name="d:common"/>
      <xsl:apply-templates select="head" mode="d:text"/>
      <ul>
        <xsl:for-each select="* except head">
          <li>
            <xsl:call-template name="d:common"/>
            <xsl:for-each select="node()"><xsl:apply-templates select="." mode="d:text"/><xsl:if test="self::*"><xsl:text> </xsl:text></xsl:if></xsl:for-each>
          </li>
        </xsl:for-each>
      </ul>
    </div>
  </xsl:template>

  <!-- Tables -->

  <xsl:template match="table" mode="d:text">
    <div class="table" tabindex="0" role="region" aria-label="{(head ! d:reading(.), d:t('table'))[. ne ''][1]}">
      <xsl:apply-templates select="* except (row | head)" mode="d:text"/>
      <table>
        <xsl:call-template name="d:common"/>
        <xsl:if test="head">
          <caption>
            <xsl:for-each select="head"><xsl:apply-templates mode="d:text"/><xsl:text> </xsl:text></xsl:for-each>
          </caption>
        </xsl:if>
        <tbody><xsl:apply-templates select="row" mode="d:text"/></tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="row" mode="d:text">
    <tr>
      <xsl:call-template name="d:common"/>
      <xsl:for-each select="*">
        <xsl:element name="{if (@role = 'label' or ../@role = 'label') then 'th' else 'td'}">
          <xsl:if test="xs:integer(@cols[. castable as xs:positiveInteger]) gt 1"><xsl:attribute name="colspan" select="min((@cols, 100))"/></xsl:if>
          <xsl:if test="xs:integer(@rows[. castable as xs:positiveInteger]) gt 1"><xsl:attribute name="rowspan" select="min((@rows, 100))"/></xsl:if>
          <xsl:if test="self::cell"><xsl:call-template name="d:common"/></xsl:if>
          <xsl:apply-templates select="if (self::cell) then node() else ." mode="d:text"/>
        </xsl:element>
      </xsl:for-each>
    </tr>
  </xsl:template>

  <xsl:template match="cell" mode="d:text">
    <span><xsl:call-template name="d:common"/><xsl:apply-templates mode="d:text"/></span>
  </xsl:template>

</xsl:stylesheet>
