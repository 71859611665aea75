<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of one document.

     in      a TEI document, its mentions numbered (render/mentions.py)
     params  edition   tei/edition.xml
             language  the words of the interface, JSON
             document-summary  its summary (prepare/summary.xsl)
             context   <context><previous>…</previous><next>…</next><related>…</related></context>, summaries in each
             cards     the entries of the registers, those that it mentions at least, with their addresses (cards.xsl)
             has-names whether it names any of them
             pages     the page of the book on which a paragraph stands, JSON by id; may be empty
             pictures  those that can be shown (pictures.xsl)
             pdf       the address of the document's PDF, or of the book's; '' where there is none
     out     the page; what no rule knows is marked in it (structure.xsl), and where the names stand beside the text (card.xsl) -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:d="urn:dragoman:functions"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xpath-default-namespace="">

  <!-- Its parameter is that of layout.xsl. -->
  <xsl:import href="../common/dates.xsl"/>
  <xsl:include href="../common/reading.xsl"/>
  <xsl:include href="../prepare/notes.xsl"/>
  <xsl:include href="layout.xsl"/>
  <xsl:include href="structure.xsl"/>
  <xsl:include href="parallel.xsl"/>
  <xsl:include href="inlines.xsl"/>
  <xsl:include href="apparatus.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="names.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="records.xsl"/>
  <xsl:include href="pictures.xsl"/>
  <xsl:include href="telegram.xsl"/>
  <xsl:include href="card.xsl"/>
  <xsl:include href="choices.xsl"/>
  <xsl:include href="meta.xsl"/>
  <xsl:include href="about.xsl"/>

  <xsl:output method="html" html-version="5.0" indent="no" include-content-type="no" escape-uri-attributes="no"/>

  <!-- Required of the page of a document, but not of the page about the edition. -->
  <xsl:param name="document-summary" as="document-node()?" select="()"/>
  <xsl:param name="context" as="document-node()" required="yes"/>
  <xsl:param name="pdf" as="xs:string" select="''"/>

  <xsl:template match="/">
    <xsl:variable name="document" as="element()" select="(tei:TEI, tei:teiCorpus/tei:TEI, //tei:TEI)[1]"/>
    <xsl:variable name="summary" as="element()" select="$document-summary/*"/>
    <xsl:call-template name="d:page">
      <xsl:with-param name="path" select="d:document-path($summary)"/>
      <xsl:with-param name="title" select="$summary/@title"/>
      <xsl:with-param name="class" select="string-join(('document', $summary/@kind, 'parallel two'[d:is-parallel($document)]), ' ')"/>
      <xsl:with-param name="styles" select="'document', 'rare'[d:has-rare($document)], 'parallel'[d:is-parallel($document)], 'telegram'[$summary/@kind eq 'telegram']"/>
      <xsl:with-param name="scripts" select="'script', 'folds'"/>
      <xsl:with-param name="document" select="$document" tunnel="yes"/>
      <xsl:with-param name="summary" select="$summary" tunnel="yes"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Where the page of a document lies, from the site's root. -->
  <xsl:function name="d:document-path" as="xs:string">
    <xsl:param name="summary" as="element()"/>
    <xsl:sequence select="'documents/' || $summary/@id || '.html'"/>
  </xsl:function>

  <xsl:template match="/" mode="d:body">
    <xsl:param name="document" as="element()" tunnel="yes"/>
    <xsl:param name="summary" as="element()" tunnel="yes"/>
    <xsl:variable name="root" select="root($document)"/>
    <!-- The title line of the transcript is the heading of the page, unless the header has another title. -->
    <xsl:variable name="head" as="element()?" select="($document/tei:text//tei:div[@type = 'document'])[1]/tei:head[1]"/>
    <xsl:variable name="promoted" as="element()?" select="$head[d:bare(d:reading(.)) eq d:bare($summary/@title) or tei:supplied[@reason = 'heading']]"/>
    <main id="ui:main">
      <article>
        <header>
          <p class="kicker">
            <span><xsl:value-of select="d:term('kind', $summary/@kind)"/></span>
            <xsl:if test="$summary/@precision ne 'none'">
              <span><xsl:value-of select="d:written-range($summary/@date-from, $summary/@date-to)"/></span>
            </xsl:if>
            <xsl:if test="$summary/@classification ne ''">
              <span class="marking"><xsl:value-of select="$summary/@classification"/></span>
            </xsl:if>
          </p>
          <h1>
            <xsl:sequence select="d:lang($summary)"/>
            <xsl:if test="string-length($summary/@title) gt 100"><xsl:attribute name="class" select="'long'"/></xsl:if>
            <xsl:choose>
              <xsl:when test="$promoted">
                <xsl:for-each select="$promoted/@xml:id"><xsl:attribute name="id" select="."/></xsl:for-each>
                <xsl:call-template name="d:title-line"><xsl:with-param name="head" select="$promoted"/></xsl:call-template>
              </xsl:when>
              <xsl:otherwise><xsl:value-of select="$summary/@title"/></xsl:otherwise>
            </xsl:choose>
          </h1>
          <xsl:call-template name="d:card">
            <xsl:with-param name="summary" select="$summary"/>
            <xsl:with-param name="header" select="$document/tei:teiHeader"/>
          </xsl:call-template>
          <xsl:if test="$summary/@abstract ne ''">
            <details class="abstract">
              <summary><xsl:value-of select="d:t('abstract')"/></summary>
              <p><xsl:sequence select="d:lang($summary)"/><xsl:value-of select="$summary/@abstract"/></p>
            </details>
          </xsl:if>
        </header>
        <xsl:call-template name="d:choices">
          <xsl:with-param name="document" select="$document"/>
          <xsl:with-param name="kind" select="$summary/@kind"/>
        </xsl:call-template>
        <div class="columns">
          <div class="text" lang="{($document/tei:text/@xml:lang, $summary/@language)[. ne ''][1]}">
            <xsl:apply-templates select="$document/(* except (tei:teiHeader | tei:facsimile)), $document/tei:facsimile" mode="d:text">
              <xsl:with-param name="promoted" select="$promoted" tunnel="yes"/>
            </xsl:apply-templates>
          </div>
          <xsl:if test="$summary/@kind eq 'telegram'">
            <xsl:call-template name="d:as-sent">
              <xsl:with-param name="document" select="$document"/>
            </xsl:call-template>
          </xsl:if>
        </div>
        <xsl:call-template name="d:foot">
          <xsl:with-param name="root" select="$root"/>
        </xsl:call-template>
      </article>
      <xsl:call-template name="d:side">
        <xsl:with-param name="terms" select="$document/tei:text//tei:note[@type = 'translator'][@subtype = 'source-term']//tei:term"/>
        <xsl:with-param name="related" select="$context/*/related/document"/>
      </xsl:call-template>
      <xsl:call-template name="d:citing">
        <xsl:with-param name="document" select="$document"/>
        <xsl:with-param name="summary" select="$summary"/>
      </xsl:call-template>
    </main>
    <xsl:call-template name="d:neighbours">
      <xsl:with-param name="previous" select="$context/*/previous/document"/>
      <xsl:with-param name="next" select="$context/*/next/document"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Names in a title are no links: they are linked in the card below it and beside the text. One piece of text also moves
       less when its face comes late. The anchors of its mentions stand before it. -->
  <xsl:template name="d:title-line">
    <xsl:param name="head" as="element()"/>
    <xsl:variable name="names" select="$head//(tei:persName | tei:placeName | tei:orgName | tei:rs)"/>
    <xsl:choose>
      <xsl:when test="exists($head//* except ($names | $head//tei:date | $head//tei:lb | $head//tei:supplied[@reason = 'heading'])) or $head//@rend">
        <xsl:apply-templates select="$head/node()" mode="d:text"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$names/@mention-number"><span id="m{.}"></span></xsl:for-each>
        <xsl:value-of select="d:reading($head)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The heading of the page is not said again in the text; that of the original stands beside nothing then. -->
  <xsl:template match="tei:head" mode="d:text" priority="5">
    <xsl:param name="promoted" as="element()?" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="not(. is $promoted)"><xsl:next-match/></xsl:when>
      <xsl:when test="$has-original and key('d:originals', @xml:id)">
        <div class="pair"><xsl:call-template name="d:original"/></div>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- A title, its white space normalized, without the full stop that a transcript may set at its end. -->
  <xsl:function name="d:bare" as="xs:string">
    <xsl:param name="title" as="xs:string"/>
    <xsl:sequence select="d:without-end($title, '. ')"/>
  </xsl:function>

</xsl:stylesheet>
