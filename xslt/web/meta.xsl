<?xml version="1.0" encoding="UTF-8"?>
<!-- A document for machines and for bibliographies: meta elements, schema.org, the citation box. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:d="urn:dragoman:functions"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xpath-default-namespace="">

  <!-- <citations><citation style="chicago">…</citation>…<editor sorted="Nobody, Anna" …>Anna Nobody</editor>…<translator/>…</citations>:
       set in the styles of the field, and whom they name (render/citation.py); may be empty. -->
  <xsl:param name="citations" as="document-node()?" select="()"/>

  <!-- document, summary: as document.xsl hands them on -->
  <xsl:template match="/" mode="d:head" as="element()*">
    <xsl:param name="document" as="element()" tunnel="yes"/>
    <xsl:param name="summary" as="element()" tunnel="yes"/>
    <xsl:variable name="path" as="xs:string" select="d:document-path($summary)"/>
    <xsl:variable name="description" select="d:shortened(string(($summary/@abstract[. ne ''], d:reading(($document/tei:text//tei:p)[position() le 4]))[1]), 200)"/>
    <xsl:variable name="editors" as="element()*" select="$citations/*/editor"/>
    <xsl:variable name="translators" as="element()*" select="$citations/*/translator"/>
    <!-- As in every citation: published is the edition, the document has its own date. -->
    <xsl:variable name="published" as="element()?" select="$d:header/tei:fileDesc/tei:publicationStmt/tei:date[1]"/>
    <xsl:variable name="day" select="replace($summary/@date-from, 'T.*', '')"/>
    <xsl:for-each select="
        d:meta('description', $description),
        d:meta('citation_title', $summary/@title),
        for $name in $editors return d:meta('citation_editor', $name/@sorted),
        for $name in $translators return d:meta('citation_translator', $name/@sorted),
        d:meta('citation_publication_date', ($published/@when ! translate(., '-', '/'), $published)[normalize-space()][1]),
        d:meta('citation_inbook_title', $d:edition-title),
        d:meta('citation_publisher', string($d:header/tei:fileDesc/tei:publicationStmt/tei:publisher[1])),
        d:meta('citation_language', $summary/@language),
        d:meta('citation_fulltext_html_url', $d:base[. ne ''] ! (. || $path)),
        (: The book is not this document: only a PDF of its own is what a reference manager keeps. :)
        d:meta('citation_pdf_url', $d:base[. ne ''][not(contains($pdf, '#')) and starts-with($pdf, '../pdf/')] ! (. || substring($pdf, 4))),
        d:meta('DC.title', $summary/@title),
        d:meta('DC.date', $day),
        for $name in ($editors, $translators) return d:meta('DC.contributor', $name),
        d:meta('DC.type', 'Text'),
        d:meta('DC.language', $summary/@language),
        d:meta('DC.source', $summary/@shelfmark),
        d:meta('DC.identifier', $d:base[. ne ''] ! (. || $path))">
      <meta name="{.?name}" content="{.?content}"/>
    </xsl:for-each>
    <link rel="alternate" type="application/tei+xml" href="../tei/{encode-for-uri($summary/@id)}.xml"/>
    <xsl:sequence select="d:json-ld(map:merge((
        map { '@context': 'https://schema.org', '@type': array { 'Manuscript', 'ArchiveComponent' }, 'name': string($summary/@title), 'inLanguage': string($summary/@language),
          'isPartOf': map { '@type': 'Collection', 'name': $d:edition-title } },
        $day[. ne ''] ! map { 'dateCreated': . },
        $summary/@abstract[. ne ''] ! map { 'abstract': $description },
        $summary/@archive[. ne ''] ! map { 'holdingArchive': map { '@type': 'ArchiveOrganization', 'name': string(.) } },
        $summary/@shelfmark[. ne ''] ! map { 'itemLocation': string(.) },
        d:named('editor', $editors), d:named('translator', $translators),
        $d:base[. ne ''] ! map { 'url': . || $path } )))"/>
  </xsl:template>

  <xsl:function name="d:named" as="map(*)?">
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="names" as="element()*"/>
    <xsl:sequence select="if (exists($names)) then map { $role: array { $names ! map:merge((
        map { '@type': string(@kind), 'name': string(.) },
        @family[. ne ''] ! map { 'familyName': string(.) }, @given[. ne ''] ! map { 'givenName': string(.) })) } } else ()"/>
  </xsl:function>

  <!-- What a meta element says; nothing where there is nothing to say. -->
  <xsl:function name="d:meta" as="map(xs:string, xs:string)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="content" as="item()?"/>
    <xsl:variable name="said" select="normalize-space($content)"/>
    <xsl:sequence select="if ($said) then map { 'name': $name, 'content': $said } else ()"/>
  </xsl:function>

  <!-- How to cite the document, and the document to take away. -->
  <xsl:template name="d:citing">
    <xsl:param name="document" as="element()"/>
    <xsl:param name="summary" as="element()"/>
    <xsl:variable name="id" select="encode-for-uri($summary/@id)"/>
    <section class="citing" aria-labelledby="ui:citing" data-paragraph="{d:t('cite-paragraph')}" data-copy="{d:t('copy')}" data-copied="{d:t('copied')}">
      <xsl:variable name="has-entries" select="exists($document/tei:text//(tei:listBibl | tei:list[@type = 'results']))"/>
      <xsl:if test="$has-entries"><xsl:attribute name="data-entry" select="d:t('cite-entry')"/></xsl:if>
      <h2 id="ui:citing"><xsl:value-of select="d:t('cite')"/></h2>
      <dl class="citations">
        <xsl:for-each select="$citations/*/citation">
          <div>
            <dt><xsl:value-of select="d:term('style', @style)"/></dt>
            <dd>
              <xsl:apply-templates select="." mode="d:citation">
                <xsl:with-param name="has-entries" select="$has-entries" tunnel="yes"/>
              </xsl:apply-templates>
            </dd>
          </div>
        </xsl:for-each>
      </dl>
      <p class="take">
        <span><xsl:value-of select="d:t('take')"/></span>
        <a href="../tei/{$id}.xml" download="{$summary/@id}.xml">TEI</a>
        <xsl:if test="$pdf"><a href="{$pdf}">PDF</a></xsl:if>
        <a href="../text/{$id}.txt" download="{$summary/@id}.txt"><xsl:value-of select="d:t('plain-text')"/></a>
        <xsl:for-each select="'bib', 'ris', 'json'">
          <a href="../citations/{$id}.{.}" download="{$summary/@id}.{.}"><xsl:value-of select="map { 'bib': 'BibTeX', 'ris': 'RIS', 'json': 'CSL-JSON' }(.)"/></a>
        </xsl:for-each>
      </p>
    </section>
  </xsl:template>

  <xsl:mode name="d:citation" on-no-match="shallow-skip"/>
  <xsl:template match="text()" mode="d:citation"><xsl:value-of select="."/></xsl:template>
  <!-- Where a paragraph or an entry is cited, the script says which: the words of the style before its number. -->
  <xsl:template match="pin" mode="d:citation">
    <xsl:param name="has-entries" as="xs:boolean" select="false()" tunnel="yes"/>
    <span data-paragraph="{@words}">
      <xsl:if test="$has-entries"><xsl:attribute name="data-entry" select="@entry"/></xsl:if>
    </span>
  </xsl:template>
  <xsl:template match="i" mode="d:citation"><i><xsl:apply-templates mode="d:citation"/></i></xsl:template>

</xsl:stylesheet>
