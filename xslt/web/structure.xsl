<?xml version="1.0" encoding="UTF-8"?>
<!-- The reading text: divisions, headings, paragraphs, speeches, verse, openers and closers, and what no other module knows.

     d:text is the one mode of the reading text. Its modules: structure, parallel, inlines, apparatus, notes,
     names, lists, records, pictures, telegram. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:d="urn:dragoman:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The page of the book on which a paragraph stands, JSON by id. -->
  <xsl:param name="pages" as="xs:string" select="'{}'"/>
  <xsl:variable name="d:book-pages" as="map(*)" select="parse-json($pages)"/>

  <xsl:mode name="d:text" on-no-match="shallow-skip"/>

  <!-- A line feed on the page is a line end of the source (lb) and nothing else: what shows a text as it was sent has its lines from it. -->
  <xsl:template match="text()" mode="d:text">
    <xsl:value-of select="translate(., '&#10;', ' ')"/>
  </xsl:template>

  <xsl:variable name="d:white" static="yes" as="xs:string" select="' &#9;&#10;&#13;'"/>

  <!-- Before and after a break or a note a text may need care; most stand elsewhere, and are asked once for all. -->
  <xsl:template match="text()[following-sibling::node()[1][@break = 'no' or self::note] or preceding-sibling::node()[1]/@break = 'no']" mode="d:text" priority="1">
    <xsl:apply-templates select="." mode="d:beside"/>
  </xsl:template>

  <xsl:mode name="d:beside" on-no-match="fail"/>

  <xsl:template match="text()" mode="d:beside">
    <xsl:value-of select="translate(., '&#10;', ' ')"/>
  </xsl:template>

  <!-- A word that a page or a line end cuts is one word, whatever white space the file was laid out with. -->
  <xsl:template match="text()[following-sibling::node()[1][self::lb | self::pb | self::cb][@break = 'no']]" mode="d:beside">
    <xsl:value-of select="d:without-end(., $d:white) => translate('&#10;', ' ')"/>
  </xsl:template>

  <xsl:template match="text()[preceding-sibling::node()[1][self::lb | self::pb | self::cb][@break = 'no']]" mode="d:beside"
      priority="1">
    <xsl:variable name="joined" select="replace(., '^\s+', '')"/>
    <xsl:value-of select="if (following-sibling::node()[1][self::lb | self::pb | self::cb][@break = 'no'])
        then d:without-end($joined, $d:white) else translate($joined, '&#10;', ' ')"/>
  </xsl:template>

  <!-- No rule: the content, marked for the report (render/web.py takes the mark away). -->
  <xsl:template match="*" mode="d:text" priority="-1">
    <unknown name="{name()}" path="{path()}">
      <xsl:element name="{d:container(.)}">
        <xsl:call-template name="d:common"/>
        <xsl:apply-templates mode="d:text"/>
      </xsl:element>
      <xsl:text> </xsl:text>
    </unknown>
  </xsl:template>

  <!-- What HTML cannot hold in a paragraph or a span, wherever it stands. -->
  <xsl:variable name="d:blocks" static="yes" as="map(xs:string, xs:boolean)" select="map:merge(('ab', 'argument', 'body', 'castGroup', 'castItem',
      'castList', 'div', 'div1', 'div2', 'div3', 'div4', 'div5', 'div6', 'div7', 'epigraph', 'floatingText', 'head', 'item', 'l', 'lg',
      'list', 'listApp', 'listBibl', 'listEvent', 'listNym', 'listObject', 'listOrg', 'listPerson', 'listPlace', 'listRelation',
      'listWit', 'opener', 'closer', 'p', 'postscript', 'row', 'sp', 'spGrp', 'table', 'figure', 'figDesc', 'biblStruct', 'biblFull',
      'u', 'post', 'surfaceGrp', 'eTree', 'tree', 'forest', 'listForest', 'graph', 'egXML', 'entry', 'superEntry') ! map:entry(., true()))"/>

  <!-- What the style of most documents need not know; false where it depends. -->
  <xsl:variable name="d:maybe-rare" static="yes" as="map(xs:string, xs:boolean)" select="map:merge((
      ('figure', 'graphic', 'media', 'lg', 'l', 'stage', 'roleDesc', 'titlePage', 'titlePart', 'rdg', 'listBibl') ! map:entry(., true()),
      ('list', 'quote', 'cit', 'q', 'said') ! map:entry(., false())))"/>

  <!-- Whether a document has what the style of most need not know (rare.css). -->
  <xsl:function name="d:has-rare" as="xs:boolean">
    <xsl:param name="document" as="element()"/>
    <!-- The attributes of a telegram are a list with labels and become a table. -->
    <xsl:sequence select="exists($document/(* except teiHeader)/descendant::*[map:contains($d:maybe-rare, local-name())]
        [$d:maybe-rare(local-name()) or self::list[label[not(../parent::div[@type = 'messageAttributes'])] or @type = 'results']
          or (self::quote or self::cit or self::q or self::said) and d:is-block(.)])"/>
  </xsl:function>

  <!-- Whether an element has to be rendered by something that may hold paragraphs.
       What a called note holds stands at the foot and does not count. -->
  <xsl:function name="d:has-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/*) and exists($element/descendant::*[d:is-block(.)]
        [every $note in ancestor::note[. >> $element] satisfies d:note-series($note) eq 'inline'])"/>
  </xsl:function>

  <xsl:function name="d:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="map:contains($d:blocks, local-name($element))
        or $element/self::*[self::quote | self::q | self::said | self::cit][child::p | child::lg | child::ab | child::list | child::l | child::div
          | child::quote[child::p | child::lg | child::ab | child::list | child::l]]"/>
  </xsl:function>

  <xsl:function name="d:container" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (d:has-blocks($element)) then 'div' else 'span'"/>
  </xsl:function>

  <!-- The types that the encoding knows are classes; a stranger's type (“sub”, “anchor”) would be taken for a class of ours. -->
  <xsl:variable name="d:types" static="yes" as="map(xs:string, xs:boolean)" select="map:merge(('section', 'front-matter', 'notes', 'messageAttributes',
      'enclosure', 'original', 'introduction', 'editorial-principles', 'participants', 'gloss', 'results',
      'action', 'origin', 'distribution', 'transmission', 'operating-signal', 'drafting', 'approval', 'clearance', 'from', 'to', 'info',
      'exempt', 'classification', 'message-number', 'caption', 'executive-order', 'tags', 'subject', 'reference', 'passing',
      'unrecognized', 'attendance', 'acquainted', 'notes-taken', 'part-heading', 'page-banner', 'page-number', 'section-header',
      'end-of-message', 'declassification', 'duplicate', 'footer', 'running-head', 'navigation', 'site', 'specimen',
      'source-term', 'sic', 'uncertain', 'comment', 'signature', 'handwritten', 'stamp', 'marginal', 'seal', 'physical', 'unclassified',
      'abstract') ! map:entry(., true()))"/>

  <xsl:function name="d:type" as="xs:string?">
    <xsl:param name="type" as="attribute()?"/>
    <xsl:sequence select="string($type)[map:contains($d:types, .)]"/>
  </xsl:function>

  <!-- What every rendered element keeps: its id and its language. -->
  <xsl:template name="d:common">
    <xsl:param name="id" as="xs:string?" select="d:html-id(@xml:id)"/>
    <xsl:if test="$id">
      <xsl:attribute name="id" select="$id"/>
    </xsl:if>
    <xsl:if test="@xml:lang[. ne '']">
      <xsl:attribute name="lang" select="@xml:lang"/>
    </xsl:if>
  </xsl:template>

  <!-- Divisions -->

  <xsl:template match="text | body | front | back | group | div | div1 | div2 | div3 | div4 | div5 | div6 | div7 | floatingText
      | argument | epigraph | postscript | titlePage | docTitle | docImprint | imprimatur | performance | prologue | epilogue | set
      | castList | castGroup | spGrp | facsimile | sourceDoc | surfaceGrp | standOff | divGen" mode="d:text">
    <div class="{local-name(), d:type(@type)}">
      <xsl:call-template name="d:common"/>
      <xsl:apply-templates mode="d:text"/>
    </div>
  </xsl:template>

  <!-- The division that is the document brings nothing of its own. -->
  <xsl:template match="text | body | div[@type = 'document']" mode="d:text" priority="1">
    <xsl:apply-templates mode="d:text"/>
  </xsl:template>

  <!-- White space between blocks says nothing. -->
  <xsl:template match="(text | body | front | back | group | div | div1 | div2 | div3 | div4 | div5 | div6 | div7 | list | listBibl
      | table | row | sp | lg | figure | titlePage | docTitle | castList | castGroup | spGrp | opener | closer
      | floatingText)/text()[not(normalize-space())]" mode="d:text" priority="2"/>

  <!-- In an opener or a closer each part is a line; where it has text of its own, white space counts. -->
  <xsl:template match="(opener | closer)[text()[normalize-space()]]/text()" mode="d:text" priority="3">
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template match="head" mode="d:text">
    <xsl:param name="level" as="xs:integer" select="max((2, 1 + count(ancestor::*[self::div | self::div1 | self::div2 | self::div3 | self::div4][not(@type = 'document')])))"/>
    <xsl:choose>
      <xsl:when test="d:has-blocks(.)">
        <div class="head" role="heading" aria-level="{min(($level, 6))}">
          <xsl:call-template name="d:common"/>
          <xsl:apply-templates mode="d:text"/>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="h{min(($level, 6))}">
          <xsl:call-template name="d:common"/>
          <xsl:apply-templates mode="d:text"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The heading of a list, a table or a figure is no heading of the page. -->
  <xsl:template match="(list | listBibl | table | figure | lg | castList | castGroup | listPerson | listPlace | listOrg | listEvent | msDesc | msPart | msFrag)/head" mode="d:text" priority="1">
    <xsl:element name="{if (d:has-blocks(.)) then 'div' else 'p'}">
      <xsl:attribute name="class" select="'list-head'"/>
      <xsl:call-template name="d:common"/>
      <xsl:apply-templates mode="d:text"/>
    </xsl:element>
  </xsl:template>

  <!-- Paragraphs: what people cite. -->

  <xsl:template match="p | ab | u | post" mode="d:text">
    <xsl:element name="{if (d:has-blocks(.)) then 'div' else 'p'}">
      <xsl:attribute name="class" select="'p', @rend[tokenize(.) = 'preformatted'] ! 'lines'"/>
      <xsl:call-template name="d:common"/>
      <xsl:call-template name="d:anchor"/>
      <xsl:apply-templates mode="d:text"/>
    </xsl:element>
  </xsl:template>

  <!-- The address of a paragraph or of an entry of a finding list; notes and what is not in the text have none.
       entry: the number of an entry; '' for a paragraph. -->
  <xsl:template name="d:anchor">
    <xsl:param name="anchors" as="xs:boolean" select="true()" tunnel="yes"/>
    <xsl:param name="entry" as="xs:string" select="''"/>
    <xsl:if test="$anchors and @xml:id">
      <a class="anchor" href="#{d:html-id(@xml:id)}" aria-label="{if ($entry) then d:t('entry', $entry) else d:t('paragraph', replace(@xml:id, '^\D+', ''))}">
        <xsl:if test="$entry"><xsl:attribute name="data-n" select="$entry"/></xsl:if>
        <xsl:for-each select="$d:book-pages(@xml:id)">
          <xsl:attribute name="title" select="d:t('page-of-book', .)"/>
        </xsl:for-each>
      </a>
    </xsl:if>
  </xsl:template>

  <xsl:template match="sp" mode="d:text">
    <div class="sp">
      <xsl:call-template name="d:common"/>
      <xsl:apply-templates mode="d:text"/>
    </div>
  </xsl:template>

  <xsl:template match="speaker | stage | dateline | salute | signed | byline | trailer | docAuthor | docDate | docEdition
      | titlePart | castItem | role | roleDesc | actor | address | addrLine | camera | caption | move | sound | tech | view
      | epigraph/bibl | view" mode="d:text">
    <xsl:element name="{d:container(.)}">
      <xsl:attribute name="class" select="'line', local-name(), d:type(@type)"/>
      <xsl:call-template name="d:common"/>
      <xsl:apply-templates mode="d:text"/>
    </xsl:element>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- Within a line they are a part of it: “Maud, the daughter”, “by A. Nobody”. -->
  <xsl:template match="(castItem | byline | docImprint | p | ab | l | speaker)/(stage | role | roleDesc | actor | docAuthor | docDate)" mode="d:text"
      priority="1">
    <xsl:element name="{d:container(.)}">
      <xsl:attribute name="class" select="local-name()"/>
      <xsl:call-template name="d:common"/>
      <xsl:call-template name="d:delimited"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="sourceDoc//line" mode="d:text">
    <span class="line"><xsl:call-template name="d:common"/><xsl:apply-templates mode="d:text"/></span>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="opener | closer" mode="d:text">
    <div class="{local-name()}">
      <xsl:call-template name="d:common"/>
      <xsl:apply-templates mode="d:text"/>
    </div>
  </xsl:template>

  <xsl:template match="(opener | closer)/seg" mode="d:text">
    <xsl:element name="{d:container(.)}">
      <xsl:attribute name="class" select="'line', d:type(@type)"/>
      <xsl:call-template name="d:common"/>
      <xsl:apply-templates mode="d:text"/>
    </xsl:element>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- Verse -->

  <xsl:template match="lg" mode="d:text">
    <div class="lg">
      <xsl:call-template name="d:common"/>
      <xsl:apply-templates mode="d:text"/>
    </div>
  </xsl:template>

  <xsl:template match="l" mode="d:text">
    <div class="{'l', 'part'[current()/@part = ('M', 'F')]}">
      <xsl:if test="@n[. castable as xs:positiveInteger]/xs:integer(.) mod 5 = 0"><xsl:attribute name="data-n" select="@n"/></xsl:if>
      <xsl:call-template name="d:common"/>
      <xsl:apply-templates mode="d:text"/>
    </div>
  </xsl:template>

  <!-- Quotations: a block where they hold blocks. -->

  <xsl:template match="quote | cit | q | said" mode="d:text">
    <xsl:choose>
      <xsl:when test="d:is-block(.)">
        <blockquote class="{local-name()}">
          <xsl:call-template name="d:common"/>
          <xsl:apply-templates mode="d:text"/>
        </blockquote>
      </xsl:when>
      <xsl:otherwise>
        <!-- Marks that an encoder took for markup are set again, as the language has them; marks that stand are enough. -->
        <xsl:variable name="marked" select="exists(d:delimiter-names(.)) or self::cit or cit or quote or d:has-blocks(.)
            or matches(normalize-space(), '^[&quot;''“„«‘‚‹「『]') or matches(string(preceding::text()[1]), '[&quot;''“„«‘‚‹「『]$')"/>
        <xsl:element name="{if ($marked) then d:container(.) else 'q'}">
          <xsl:attribute name="class" select="local-name()"/>
          <xsl:call-template name="d:common"/>
          <xsl:call-template name="d:delimited"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Pages, lines, sections, furniture -->

  <!-- Each pb of a document by its place among them: the numbers printed begin again in each section of a telegram. -->
  <xsl:function name="d:page-number" as="xs:integer">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="d:page-numbers(root($break))(generate-id($break))"/>
  </xsl:function>

  <xsl:function name="d:page-numbers" as="map(xs:string, xs:integer)" cache="yes">
    <xsl:param name="root" as="document-node()"/>
    <xsl:variable name="breaks" select="$root//text//pb"/>
    <xsl:sequence select="map:merge(for-each-pair($breaks, 1 to count($breaks),
        function ($break, $number) { map:entry(generate-id($break), $number) }))"/>
  </xsl:function>

  <!-- The number stands in an attribute, so that a copied passage does not hold it. Where the numbers of a telegram begin again,
       the section is named. It leads to the picture of the page, where that lies with the edition. A page that bears nothing but
       furniture has its number above that of the next. -->
  <xsl:template match="pb" mode="d:text">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="number" select="string((@n, d:page-number(.))[1])"/>
    <xsl:variable name="picture" select="if ($in-link) then () else d:facing(.)"/>
    <xsl:variable name="section" select="following::milestone[@unit = 'section'][1][preceding::pb[1] is current()]/@n ! d:t('section', .)"/>
    <xsl:variable name="label" select="string-join(($section, if (exists($picture)) then d:t('page-picture', $number) else d:t('page', $number)), d:t('comma'))"/>
    <xsl:variable name="next" select="following::pb[1]"/>
    <xsl:call-template name="d:break"/>
    <xsl:element name="{if (exists($picture)) then 'a' else 'span'}">
      <xsl:attribute name="class" select="'pb', 'in-word'[current()/@break = 'no'],
          'bare'[$next and not(current()/following::text()[normalize-space()][not(ancestor::fw)][1] &lt;&lt; $next)]"/>
      <xsl:attribute name="id" select="(d:html-id(@xml:id), 'page-' || d:page-number(.))[1]"/>
      <xsl:attribute name="title" select="$label"/>
      <xsl:attribute name="data-n" select="string-join(($section, $number), '&#10;')"/>
      <xsl:if test="exists($picture)">
        <xsl:attribute name="href" select="$picture?address"/>
        <xsl:attribute name="aria-label" select="$label"/>
      </xsl:if>
    </xsl:element>
  </xsl:template>

  <xsl:template match="lb | cb | gb" mode="d:text">
    <xsl:call-template name="d:break"/>
  </xsl:template>

  <xsl:template name="d:break">
    <xsl:choose>
      <xsl:when test="../local-name() = ('div', 'body', 'list', 'sp', 'table', 'listBibl')"/>
      <!-- In the middle of a word: a line end only where the lines are shown. -->
      <xsl:when test="@break = 'no'"><xsl:if test="self::lb"><br class="cut"/></xsl:if></xsl:when>
      <xsl:otherwise><xsl:text>&#10;</xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Where the lines are the matter (an address, a list of posts, a signature), they stay lines. -->
  <xsl:template match="(dateline | signed | salute | byline | addrLine | titlePart | docImprint | lg | ab[@type = 'lines'])/lb[not(@break = 'no')]"
      mode="d:text" priority="1">
    <br/>
  </xsl:template>

  <!-- A line that has a number (an inscription, a manuscript) is shown as one; the number stands in the margin. -->
  <xsl:template match="lb[@n]" mode="d:text" priority="2">
    <xsl:if test="preceding-sibling::node()[normalize-space()] or not(parent::ab | parent::p | parent::l)">
      <xsl:if test="@break = 'no'"><span class="wrap"></span></xsl:if>
      <br/>
    </xsl:if>
    <span class="lb" data-n="{@n}"></span>
  </xsl:template>

  <xsl:template match="milestone" mode="d:text">
    <!-- A page break just before it has named the section. -->
    <xsl:if test="@n and not(preceding::pb[1][following::milestone[1] is current()])">
      <span class="milestone" data-n="{d:t('section', @n)}"></span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="fw" mode="d:text">
    <xsl:element name="{d:container(.)}">
      <xsl:attribute name="class" select="'fw', d:type(@type)"/>
      <xsl:call-template name="d:common"/>
      <xsl:call-template name="d:delimited"/>
    </xsl:element>
  </xsl:template>

  <!-- The content between its delimiters. -->
  <xsl:template name="d:delimited">
    <xsl:value-of select="d:opening(.)"/>
    <xsl:apply-templates mode="d:text"/>
    <xsl:value-of select="d:closing(.)"/>
  </xsl:template>

</xsl:stylesheet>
