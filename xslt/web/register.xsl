<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of one register: people, places, organisations, or the source terms; every entry with every passage.
     Where a register is large, an entry with many passages leads to pages of its own, one for each part.

     in      <register kind="people">, made by dragoman.entities.register, or a part of one (register_parts)
     params  edition, language
     out     the page: people.html; of a part people/ID.html or people/ID/2.html -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:dragoman:functions"
    xpath-default-namespace="">

  <xsl:import href="../common/dates.xsl"/>
  <xsl:include href="../common/functions.xsl"/>
  <xsl:include href="layout.xsl"/>

  <xsl:output method="html" html-version="5.0" indent="no" include-content-type="no" escape-uri-attributes="no"/>

  <xsl:mode on-no-match="fail"/>

  <!-- How many passages an entry shows before the rest is folded. -->
  <xsl:variable name="d:shown-passages" as="xs:integer" select="4"/>

  <xsl:template match="/">
    <xsl:apply-templates select="register"/>
  </xsl:template>

  <xsl:template match="/register">
    <xsl:call-template name="d:page">
      <xsl:with-param name="path" select="@kind || '.html'"/>
      <xsl:with-param name="title" select="d:t(@kind)"/>
      <xsl:with-param name="class" select="'register-page'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/register" mode="d:body">
    <xsl:variable name="kind" select="string(@kind)"/>
    <xsl:variable name="entries" select="group/entry"/>
    <main id="ui:main">
      <header class="page-header">
        <h1><xsl:value-of select="d:t($kind)"/></h1>
        <p class="lede">
          <xsl:value-of select="d:count('entries', count($entries)), d:count('passages', count($entries/document/mention) + xs:integer(sum($entries/@passages ! xs:integer(.))))" separator="{d:t('comma')}"/>
        </p>
        <xsl:if test="group">
          <nav class="letters" aria-label="{d:t('letters')}">
            <xsl:for-each select="group">
              <a href="#ui:letter-{position()}"><xsl:value-of select="@letter"/></a>
            </xsl:for-each>
          </nav>
        </xsl:if>
      </header>
      <div class="register {$kind}">
        <xsl:apply-templates select="group"/>
        <xsl:if test="empty($entries)"><p class="nothing"><xsl:value-of select="d:t('nothing-yet')"/></p></xsl:if>
      </div>
    </main>
  </xsl:template>

  <!-- Where a part of an entry's passages lies, from the site's root: the first part has the address of them all. -->
  <xsl:function name="d:part-path" as="xs:string">
    <xsl:param name="part" as="element(register)"/>
    <xsl:param name="n" as="xs:string"/>
    <xsl:sequence select="$part/@kind || '/' || $part/@page || (if ($n eq '1') then '' else '/' || $n) || '.html'"/>
  </xsl:function>

  <xsl:template match="/register[@page]" priority="2">
    <xsl:call-template name="d:page">
      <xsl:with-param name="path" select="d:part-path(., @n)"/>
      <xsl:with-param name="title" select="string-join((d:part-name(.), @n[. ne '1']), ' · ')"/>
      <xsl:with-param name="class" select="'register-page'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="d:part-name" as="xs:string">
    <xsl:param name="part" as="element(register)"/>
    <xsl:sequence select="string(($part/entry/@heading[. ne ''], $part/entry/name)[1])"/>
  </xsl:function>

  <xsl:template match="/register[@page]" mode="d:body" priority="2">
    <xsl:variable name="part" select="."/>
    <xsl:variable name="root" select="string-join((1 to count(tokenize(d:part-path(., @n), '/')) - 1) ! '../')"/>
    <xsl:variable name="passages" select="d:count('passages', xs:integer(sum(part/@passages ! xs:integer(.))))"/>
    <main id="ui:main">
      <header class="page-header">
        <h1>
          <xsl:if test="entry/name/@xml:lang ne ''"><xsl:attribute name="lang" select="entry/name/@xml:lang"/></xsl:if>
          <xsl:value-of select="d:part-name(.)"/>
        </h1>
        <p class="lede">
          <a href="{$root}{@kind}.html#{encode-for-uri(entry/@id)}"><xsl:value-of select="d:t(@kind), d:t('register-entry')" separator=", "/></a>
          <xsl:text> · </xsl:text>
          <xsl:value-of select="$passages"/>
        </p>
        <xsl:if test="part[2]">
          <nav class="letters" aria-label="{$passages}">
            <xsl:for-each select="part">
              <a href="{$root}{d:part-path($part, @n)}">
                <xsl:if test="@n eq $part/@n"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
                <xsl:value-of select="string-join((@n, string-join(distinct-values((@from, @to)[. ne ''] ! substring(., 1, 4)), '–')[. ne '']), ': ')"/>
                <xsl:text> </xsl:text>
                <small><xsl:value-of select="d:count('passages', xs:integer(@passages))"/></small>
              </a>
            </xsl:for-each>
          </nav>
        </xsl:if>
      </header>
      <div class="register {@kind}">
        <xsl:call-template name="d:passages">
          <xsl:with-param name="documents" select="entry/document"/>
          <xsl:with-param name="root" select="$root"/>
        </xsl:call-template>
      </div>
    </main>
  </xsl:template>

  <xsl:template match="group">
    <section class="letter" aria-labelledby="ui:letter-{position()}">
      <h2 id="ui:letter-{position()}"><xsl:value-of select="@letter"/></h2>
      <xsl:apply-templates select="entry | see"/>
    </section>
  </xsl:template>

  <xsl:template match="see">
    <p class="see">
      <span><xsl:value-of select="@name"/></span>
      <xsl:text> → </xsl:text>
      <a href="#{@target}"><xsl:value-of select="."/></a>
    </p>
  </xsl:template>

  <xsl:template match="entry">
    <article class="entry" id="{@id}">
      <h3>
        <a class="self" href="#{@id}">
          <xsl:if test="name/@xml:lang ne ''"><xsl:attribute name="lang" select="name/@xml:lang"/></xsl:if>
          <xsl:value-of select="(@heading[. ne ''], name)[1]"/>
        </a>
        <!-- A glossary is of many languages. -->
        <xsl:for-each select="name[ancestor::register/@kind = 'terms']/@xml:lang"><xsl:text> </xsl:text><span class="dates"><xsl:value-of select="d:language-name(.)"/></span></xsl:for-each>
        <xsl:for-each select="dates"><xsl:text> </xsl:text><span class="dates"><xsl:value-of select="d:life(.)"/></span></xsl:for-each>
      </h3>
      <!-- “T. O. Marl” and “T.O. Marl” are two for the search and one for the eye. -->
      <xsl:variable name="variants" select="variant[not(translate(., ' ', '') = preceding-sibling::variant/translate(., ' ', ''))]"/>
      <xsl:if test="$variants">
        <p class="variants">
          <xsl:value-of select="d:t('also')"/>
          <xsl:text> </xsl:text>
          <xsl:for-each select="$variants">
            <xsl:if test="position() gt 1">, </xsl:if>
            <span><xsl:if test="@xml:lang ne ''"><xsl:attribute name="lang" select="@xml:lang"/></xsl:if><xsl:value-of select="."/></span>
          </xsl:for-each>
        </p>
      </xsl:if>
      <xsl:if test="office">
        <ul class="offices" role="list">
          <xsl:for-each select="office">
            <li>
              <xsl:value-of select="."/>
              <xsl:for-each select="d:years(.)[. ne '']"><xsl:text> </xsl:text><span class="dates"><xsl:value-of select="."/></span></xsl:for-each>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:if>
      <xsl:for-each select="bio"><p class="bio"><xsl:value-of select="."/></p></xsl:for-each>
      <xsl:if test="kind | geo | idno">
        <p class="identifiers">
          <xsl:for-each select="kind"><span><xsl:value-of select="d:term('place', .)"/></span></xsl:for-each>
          <xsl:for-each select="geo"><span><xsl:value-of select="d:degrees(@lat, 'north', 'south'), d:degrees(@lon, 'east', 'west')"/></span></xsl:for-each>
          <xsl:for-each select="idno">
            <xsl:choose>
              <xsl:when test="matches(@href, '^https?://', 'i')"><a href="{@href}" rel="external"><xsl:value-of select="d:term('authority', @type), ." separator=" "/></a></xsl:when>
              <xsl:otherwise><span><xsl:value-of select="d:term('authority', @type), ." separator=" "/></span></xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
        </p>
      </xsl:if>
      <xsl:variable name="count" as="xs:integer" select="count(document/mention)"/>
      <xsl:choose>
        <xsl:when test="@page">
          <p class="passages">
            <a href="{../../@kind}/{@page}.html"><xsl:value-of select="d:count('passages', xs:integer(@passages)), d:count('documents', xs:integer(@documents))" separator="{d:t('comma')}"/></a>
          </p>
        </xsl:when>
        <xsl:when test="$count gt $d:shown-passages">
          <details class="passages">
            <summary>
              <xsl:value-of select="d:count('passages', $count), d:count('documents', count(document))" separator="{d:t('comma')}"/>
            </summary>
            <xsl:call-template name="d:passages"><xsl:with-param name="documents" select="document"/></xsl:call-template>
          </details>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="d:passages"><xsl:with-param name="documents" select="document"/></xsl:call-template></xsl:otherwise>
      </xsl:choose>
    </article>
  </xsl:template>

  <!-- The passages, document by document, in the order in which the register has them.
       root   the way from the page to the site's root -->
  <xsl:template name="d:passages">
    <xsl:param name="documents" as="element(document)*"/>
    <xsl:param name="root" as="xs:string" select="''"/>
    <!-- Where the entry is that of a term, the language of the term. -->
    <xsl:variable name="language" as="attribute()?" select="$documents[1]/../name[ancestor::register/@kind = 'terms']/@xml:lang ! d:in(.)"/>
    <xsl:for-each select="$documents">
      <xsl:variable name="page" as="xs:string" select="$root || 'documents/' || encode-for-uri(@id) || '.html'"/>
      <div class="in-document">
        <p class="where">
          <a href="{$page}"><xsl:sequence select="@lang ! d:in(.)"/><xsl:value-of select="@title"/></a>
          <xsl:for-each select="d:date-beside(@title, @date)"><xsl:text> </xsl:text><span class="dates"><xsl:value-of select="."/></span></xsl:for-each>
        </p>
        <ul role="list" class="quotes">
          <xsl:for-each select="mention">
            <xsl:variable name="address" as="xs:string" select="if (@anchor ne '') then $page || '#' || @anchor else $page"/>
            <li>
              <!-- Two links, and no mark that is put together: a register has tens of thousands of passages. -->
              <xsl:choose>
                <xsl:when test="@n ne ''"><a href="{$address}" aria-label="§ {@n}: {$d:go-to-passage}">§ <xsl:value-of select="@n"/></a></xsl:when>
                <xsl:otherwise><a href="{$address}" aria-label="¶: {$d:go-to-passage}">¶</a></xsl:otherwise>
              </xsl:choose>
              <q><xsl:sequence select="@lang ! d:in(.)"/><xsl:apply-templates mode="d:quoted"><xsl:with-param name="language" select="$language"/></xsl:apply-templates></q>
              <xsl:if test="@cert = ('likely', 'low', 'medium')"><span class="unsure"> (<xsl:value-of select="d:t('likely')"/>)</span></xsl:if>
            </li>
          </xsl:for-each>
        </ul>
      </div>
    </xsl:for-each>
  </xsl:template>

  <xsl:mode name="d:quoted" on-no-match="text-only-copy"/>

  <xsl:template match="match" mode="d:quoted">
    <xsl:param name="language" as="attribute()?"/>
    <mark><xsl:sequence select="$language"/><xsl:value-of select="."/></mark>
  </xsl:template>

  <xsl:variable name="d:go-to-passage" as="xs:string" select="d:t('go-to-passage')"/>

  <!-- “1979–1982”, “from 1979”, “until 1982” -->
  <xsl:function name="d:years" as="xs:string">
    <xsl:param name="office" as="element()"/>
    <xsl:variable name="from" select="substring($office/@notBefore, 1, 4)"/>
    <xsl:variable name="to" select="substring($office/@notAfter, 1, 4)"/>
    <xsl:sequence select="if ($from and $to) then (if ($from eq $to) then $from else $from || '–' || $to)
        else if ($from) then d:t('since', $from) else if ($to) then d:t('until', $to) else ''"/>
  </xsl:function>

  <!-- “51.83° N”: as the phrases of the four quarters have it. -->
  <xsl:function name="d:degrees" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="positive" as="xs:string"/>
    <xsl:param name="negative" as="xs:string"/>
    <xsl:variable name="number" select="xs:double($value)"/>
    <xsl:sequence select="d:t(if ($number ge 0) then $positive else $negative,
        format-number(abs($number), '0.00') => translate('.', d:t('decimal')))"/>
  </xsl:function>

</xsl:stylesheet>
