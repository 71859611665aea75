<?xml version="1.0" encoding="UTF-8"?>
<!-- The home page: what the edition is, the course of its documents in time, the ways in, who answers for it, how to cite it. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:dragoman:functions"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xpath-default-namespace="">

  <!-- As many documents as a home page can show; a larger edition leads to its calendar. (render/home_index.py) -->
  <xsl:variable name="d:home-documents" as="xs:integer" select="24"/>
  <xsl:variable name="d:home-changes" as="xs:integer" select="6"/>

  <!-- <citation>: the edition as a whole, as the language sets it (render/citation.py). -->
  <xsl:param name="citation" as="document-node()?" select="()"/>

  <xsl:template name="d:home" as="element()">
    <main id="ui:main">
      <header class="hero">
        <h1><xsl:value-of select="$d:edition-title"/></h1>
        <xsl:if test="$d:edition-subtitle"><p class="subtitle"><xsl:value-of select="$d:edition-subtitle"/></p></xsl:if>
        <xsl:variable name="first" select="d:reading(($edition//tei:text//tei:div[@type = 'introduction'], $edition//tei:text)[1]//tei:p[1])"/>
        <xsl:if test="$first">
          <p class="lede"><xsl:value-of select="d:shortened-sentence($first, 420)"/><xsl:text> </xsl:text><a href="about.html"><xsl:value-of select="d:t('read-on')"/></a></p>
        </xsl:if>
      </header>
      <!-- The course of time has no list beside it, and where it has bars no key. -->
      <xsl:if test="$picture/*/*:svg">
        <xsl:call-template name="d:past-picture"><xsl:with-param name="to" select="'ui:entrances'"/></xsl:call-template>
      </xsl:if>
      <xsl:apply-templates select="$picture/*/*" mode="d:framed"/>
      <section class="entrances" aria-labelledby="ui:entrances">
        <h2 id="ui:entrances" class="unseen"><xsl:value-of select="d:t('ways-in')"/></h2>
        <ul role="list">
          <xsl:for-each select="$d:ways-in[.?page ne 'about'], map { 'page': 'search', 'name': 'search' }">
            <li><a href="{.?page}.html"><b><xsl:value-of select="d:t(.?name)"/></b><span><xsl:value-of select="d:t('way-' || .?page)"/></span></a></li>
          </xsl:for-each>
        </ul>
      </section>
      <section class="contents" aria-labelledby="ui:contents">
        <h2 id="ui:contents"><xsl:value-of select="d:t('documents')"/></h2>
        <ol role="list">
          <xsl:for-each select="($d:documents[not(entry)], $d:documents[entry])[position() le $d:home-documents]">
            <li class="{@kind}">
              <span class="when"><xsl:value-of select="(d:written-range(@date-from, @date-to)[. ne ''], d:t(if (entry) then 'finding-list' else 'undated'))[1]"/></span>
              <div>
                <a href="documents/{encode-for-uri(@id)}.html"><xsl:sequence select="d:lang(.)"/><xsl:value-of select="@title"/></a>
                <p class="what">
                  <xsl:value-of select="d:term('kind', @kind),
                      (if (entry) then d:count('entries', count(entry)) else d:count('words', xs:integer(@words))),
                      @archive[. ne '']" separator=" · "/>
                </p>
              </div>
            </li>
          </xsl:for-each>
        </ol>
        <xsl:variable name="count" as="xs:integer" select="($index/*/@documents ! xs:integer(.), count($d:documents))[1]"/>
        <xsl:if test="$count gt $d:home-documents">
          <p><a href="calendar.html"><xsl:value-of select="d:t('all-documents', $count)"/></a></p>
        </xsl:if>
      </section>
      <div class="colophon">
        <xsl:variable name="made" select="d:reading(($edition//tei:text//tei:div[@type = 'editorial-principles'])[1]/tei:p[1])"/>
        <xsl:if test="$made">
          <section>
            <h2><xsl:value-of select="d:t('how-made')"/></h2>
            <p lang="{($edition/tei:TEI/@xml:lang, 'en')[1]}"><xsl:value-of select="d:shortened-sentence($made, 420)"/></p>
            <p><a href="about.html"><xsl:value-of select="d:t('read-on')"/></a></p>
          </section>
        </xsl:if>
        <section>
          <xsl:sequence select="d:responsible()"/>
        </section>
        <section>
          <h2><xsl:value-of select="d:t('how-to-cite')"/></h2>
          <p class="citation">
            <xsl:apply-templates select="$citation" mode="d:edition-citation"/>
          </p>
          <p><a href="edition.zip" download="edition.zip"><xsl:value-of select="d:t('take-edition')"/></a></p>
        </section>
        <xsl:variable name="changes" as="element()*">
          <xsl:perform-sort select="$d:header/tei:revisionDesc//tei:change, $d:documents/change">
            <xsl:sort select="string(@when)" order="descending"/>
          </xsl:perform-sort>
        </xsl:variable>
        <xsl:if test="$changes">
          <section class="news">
            <h2><xsl:value-of select="d:t('changes')"/></h2>
            <ul role="list" class="changes">
              <xsl:for-each select="$changes[position() le $d:home-changes]">
                <li>
                  <span class="when"><xsl:value-of select="d:written-date(string(@when))"/></span>
                  <xsl:text> </xsl:text>
                  <div>
                    <xsl:for-each select="self::change/..">
                      <a href="documents/{encode-for-uri(@id)}.html"><xsl:sequence select="d:lang(.)"/><xsl:value-of select="@title"/></a>
                    </xsl:for-each>
                    <p><xsl:value-of select="d:reading(.)"/></p>
                  </div>
                </li>
              </xsl:for-each>
            </ul>
            <p><a href="changes.atom">Atom</a></p>
          </section>
        </xsl:if>
      </div>
    </main>
  </xsl:template>

  <!-- Its address is a link. -->
  <xsl:mode name="d:edition-citation" on-no-match="shallow-skip"/>
  <xsl:template match="i" mode="d:edition-citation"><i><xsl:apply-templates mode="#current"/></i></xsl:template>
  <xsl:template match="text()" mode="d:edition-citation"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="text()[$d:base][contains(., $d:base)]" mode="d:edition-citation" priority="1">
    <xsl:value-of select="substring-before(., $d:base)"/>
    <a href="{$d:base}"><xsl:value-of select="$d:base"/></a>
    <xsl:value-of select="substring-after(., $d:base)"/>
  </xsl:template>

  <!-- Whole sentences as far as the length allows. -->
  <xsl:function name="d:shortened-sentence" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="length" as="xs:integer"/>
    <xsl:variable name="cut" select="replace(substring($text, 1, $length), '^(.*[.!?…])\s.*$', '$1', 's')"/>
    <xsl:sequence select="if (string-length($text) le $length) then $text else if (matches($cut, '[.!?…]$')) then $cut else d:shortened($text, $length)"/>
  </xsl:function>

</xsl:stylesheet>
