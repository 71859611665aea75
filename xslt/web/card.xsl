<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands round the text of a document: the header card, the people, places and terms, the neighbours in time. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:d="urn:dragoman:functions"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xpath-default-namespace="">

  <!-- One line of the card; none where there is nothing to say. -->
  <xsl:function name="d:fact" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="content" as="item()*"/>
    <xsl:if test="normalize-space(string-join($content))">
      <div class="fact {$key}">
        <dt><xsl:value-of select="d:t($key)"/></dt>
        <dd><xsl:sequence select="$content"/></dd>
      </div>
    </xsl:if>
  </xsl:function>

  <!-- in  summary: the document's own <document>; header: its teiHeader -->
  <xsl:template name="d:card">
    <xsl:param name="summary" as="element()"/>
    <xsl:param name="header" as="element()?"/>
    <dl class="card-facts">
      <xsl:sequence select="d:fact('from', d:correspondents($header//tei:correspAction[@type = 'sent']))"/>
      <xsl:variable name="action" select="$header//tei:correspAction[@type = 'received'][not(@subtype = 'info')]"/>
      <xsl:sequence select="d:fact('to', d:correspondents($action))"/>
      <xsl:variable name="information" select="$header//tei:correspAction[@type = 'received'][@subtype = 'info']"/>
      <xsl:if test="$information">
        <xsl:sequence select="d:fact('information', d:folded(d:count('posts', count($information)), d:correspondents($information)))"/>
      </xsl:if>
      <xsl:sequence select="d:fact('participants', d:participants($header//tei:particDesc//tei:person[not(@role = ('sender', 'recipient'))]))"/>
      <xsl:sequence select="d:fact('date', d:date-line($summary))"/>
      <xsl:sequence select="d:fact('place', string($summary/@place))"/>
      <xsl:sequence select="d:fact('classification', string($summary/@classification))"/>
      <!-- Where a document is described by several sources, it lies where the first says; the others follow its shelfmark. -->
      <xsl:variable name="identifiers" as="element()*" select="$header//tei:sourceDesc//tei:msDesc/tei:msIdentifier"/>
      <xsl:variable name="identifier" as="element()?" select="$identifiers[1]"/>
      <xsl:sequence select="d:fact('archive', string-join($identifier/((tei:repository, tei:institution)[1], tei:collection) ! normalize-space()[. ne ''], ', '))"/>
      <xsl:sequence select="d:fact('shelfmark', string-join((
          if ($summary/@number ne '') then ($summary/@number, $identifier/tei:altIdentifier[@type = 'film-number']/tei:idno/normalize-space())
          else string($summary/@shelfmark)[. ne ''],
          tail($identifiers) ! string-join(.//text()/normalize-space()[. ne ''], ', ')), '; '))"/>
      <!-- How an archive cites the document says once more what stands above. -->
      <xsl:variable name="description" as="element()*">
        <xsl:call-template name="d:description">
          <xsl:with-param name="described" select="$header//tei:sourceDesc//tei:msDesc[not(ancestor::tei:msDesc)]
              /*[not(self::tei:msIdentifier or self::tei:additional[../tei:msIdentifier/tei:idno[normalize-space()]]
                [every $part in ../tei:msIdentifier/(tei:repository | tei:idno[1]) satisfies contains(normalize-space(), normalize-space($part))])]"/>
        </xsl:call-template>
      </xsl:variable>
      <xsl:sequence select="d:fact('description', $description)"/>
      <xsl:sequence select="d:fact('tags', string-join($header//tei:textClass/tei:keywords[@scheme = '#tags']/tei:term/normalize-space(), ', '))"/>
      <xsl:sequence select="d:fact('references', string-join($header//tei:correspContext/tei:ref[@type = 'reference']/normalize-space(), '; '))"/>
      <xsl:sequence select="d:fact('original-language', string($summary/@original-language)[. ne ''] ! d:language-name(.))"/>
      <xsl:sequence select="d:fact('translator', string($summary/@translator))"/>
      <xsl:sequence select="d:fact('status', string($summary/@status)[. ne ''] ! d:term('status', .))"/>
    </dl>
  </xsl:template>

  <!-- “20 April 1978, 13:17 UTC”, and how sure it is. -->
  <xsl:function name="d:date-line" as="item()*">
    <xsl:param name="summary" as="element()"/>
    <xsl:if test="$summary/@precision ne 'none'">
      <time datetime="{replace($summary/@date-from, 'T.*', '')}">
        <xsl:value-of select="d:written-range($summary/@date-from, $summary/@date-to)"/>
      </time>
      <xsl:value-of select="string-join(('', string-join(($summary/@time, $summary/@time-to)[. ne ''], '–')[. ne '']), d:t('comma'))"/>
      <xsl:if test="$summary/@date-cert = ('low', 'medium')">
        <xsl:value-of select="' (' || d:t('uncertain') || ')'"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <xsl:function name="d:correspondents" as="item()*">
    <xsl:param name="actions" as="element()*"/>
    <xsl:for-each select="$actions">
      <xsl:if test="position() gt 1">, </xsl:if>
      <xsl:variable name="name" select="(tei:persName, tei:orgName, tei:name)[1]"/>
      <xsl:sequence select="d:linked($name/@ref, d:reading(if ($name) then $name else tei:placeName[1]))"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="d:participants" as="item()*">
    <xsl:param name="people" as="element()*"/>
    <xsl:for-each select="$people">
      <xsl:if test="position() gt 1">; </xsl:if>
      <xsl:sequence select="d:linked((@corresp, tei:persName/@ref)[1], d:reading((tei:persName, tei:name)[1]))"/>
    </xsl:for-each>
  </xsl:function>

  <!-- A name that leads to its register entry, where the register has it. -->
  <xsl:function name="d:linked" as="item()">
    <xsl:param name="reference" as="xs:string?"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="known" select="tokenize($reference)[key('d:card', ., $cards)][1]"/>
    <xsl:choose>
      <xsl:when test="$known"><a class="name" href="../{d:entity-address($known)}"><xsl:value-of select="$name"/></a></xsl:when>
      <xsl:otherwise><xsl:value-of select="$name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="d:folded" as="element()">
    <xsl:param name="summary" as="xs:string"/>
    <xsl:param name="content" as="item()*"/>
    <details><summary><xsl:value-of select="$summary"/></summary><xsl:sequence select="$content"/></details>
  </xsl:function>

  <!-- The ids that the glossary has for the document's terms (render/glossary.py), an object of JSON. -->
  <xsl:param name="glossary" as="xs:string" select="'{}'"/>
  <xsl:variable name="d:glossary" as="map(*)" select="parse-json($glossary)"/>

  <!-- Whether the document names anything that a register knows. -->
  <xsl:param name="has-names" as="xs:boolean" select="false()"/>

  <!-- The people, places, organisations and terms of the document, and the documents related to it. -->
  <xsl:template name="d:side">
    <xsl:param name="terms" as="element()*"/>
    <xsl:param name="related" as="element()*"/>
    <!-- Where there is room, the names stand on one side of the text and the matters on the other. -->
    <xsl:if test="$has-names or $terms or $related">
      <aside class="side" aria-label="{d:t('in-this-document')}">
        <xsl:if test="$has-names">
          <!-- Their lists come in the place of this element (render/names_beside.py). -->
          <div><names-beside></names-beside></div>
        </xsl:if>
        <xsl:if test="$terms | $related">
          <div class="matters">
            <xsl:if test="$terms">
              <section>
                <h2><a href="../terms.html"><xsl:value-of select="d:t('terms')"/></a></h2>
                <ul role="list" class="terms">
                  <xsl:for-each-group select="$terms" group-by="d:reading(.)">
                    <!-- A note without an id is found in its paragraph. -->
                    <xsl:variable name="place" select="ancestor::*[@xml:id][ancestor::tei:text][1]/@xml:id ! d:html-id(.)"/>
                    <xsl:variable name="entry" select="$d:glossary((@xml:lang, 'und')[1] || ' ' || replace(., '[\s&#xA0;]', ''))"/>
                    <xsl:variable name="term" as="element()"><i lang="{(@xml:lang, 'und')[1]}"><xsl:value-of select="current-grouping-key()"/></i></xsl:variable>
                    <!-- As a name does, a term leads to its entry with every passage, its number to the first place in the text. -->
                    <li>
                      <xsl:choose>
                        <xsl:when test="$entry"><a href="../terms.html#{$entry}"><xsl:sequence select="$term"/></a></xsl:when>
                        <xsl:otherwise><xsl:sequence select="$term"/></xsl:otherwise>
                      </xsl:choose>
                      <xsl:if test="$place">
                        <xsl:text>&#xA0;</xsl:text>
                        <xsl:variable name="count" select="count(current-group())"/>
                        <a href="#{$place}" aria-label="{d:count('mentions', $count)}"><xsl:value-of select="$count"/></a>
                      </xsl:if>
                    </li>
                  </xsl:for-each-group>
                </ul>
              </section>
            </xsl:if>
            <xsl:if test="$related">
              <section>
                <h2><xsl:value-of select="d:t('related')"/></h2>
                <ul role="list" class="related">
                  <xsl:for-each select="$related">
                    <li>
                      <xsl:variable name="title" select="d:shortened(@title, 90)"/>
                <xsl:variable name="when" select="d:written-range(@date-from, @date-to)"/>
                <a href="{encode-for-uri(@id)}.html"><xsl:sequence select="d:lang(.)"/><xsl:value-of select="$title"/></a>
                <xsl:for-each select="if ($when eq d:written-date(@date-from)) then d:date-beside($title, @date-from) else $when">
                  <xsl:text> </xsl:text>
                  <span class="when"><xsl:value-of select="."/></span>
                </xsl:for-each>
              </li>
                  </xsl:for-each>
                </ul>
              </section>
            </xsl:if>
          </div>
        </xsl:if>
      </aside>
    </xsl:if>
  </xsl:template>

  <!-- The documents before and after in time. -->
  <xsl:template name="d:neighbours">
    <xsl:param name="previous" as="element()?"/>
    <xsl:param name="next" as="element()?"/>
    <xsl:if test="$previous | $next">
      <nav class="neighbours" aria-label="{d:t('neighbours')}">
        <xsl:for-each select="$previous, $next">
          <a rel="{if (. is $previous) then 'prev' else 'next'}" href="{encode-for-uri(@id)}.html">
            <span class="direction"><xsl:value-of select="d:t(if (. is $previous) then 'earlier' else 'later')"/>
              <xsl:for-each select="d:written-range(@date-from, @date-to)[. ne '']"> · <xsl:value-of select="."/></xsl:for-each>
            </span>
            <span class="title"><xsl:sequence select="d:lang(.)"/><xsl:value-of select="d:shortened(@title, 110)"/></span>
          </a>
        </xsl:for-each>
      </nav>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
